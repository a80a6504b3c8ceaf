export { ShoppingChatInstrumentation } from './instrumentation.ts';
export { recordGenAiEvaluation } from './mapping/gen-ai-evaluation.ts';
export type { ChatEventSource, ChatPayload, EmitChatEvent, ToChatEvent } from './public/chat-event-source.ts';
export type {
  BeginRequest,
  ChatRequest,
  ChatRequests,
  RequestCall,
} from './public/chat-requests.ts';
export type { ContentCapture, EventSink, ShoppingChatInstrumentationConfig } from './public/config.ts';
export type {
  ApplyCustomAttributesOnEvent,
  ApplyCustomAttributesOnSpan,
  ChatSpanKind,
  CustomizableEvent,
  RecordEvaluation,
  Redact,
  SessionProvider,
  ValidateEvent,
} from './public/hooks.ts';
export type { ChatLimits } from './public/limits.ts';
export { DASH0_LIMITS } from './public/limits.ts';
export type { ProblemCode, ReportProblem } from './public/problems.ts';
export type { TurnEnd, TurnWork, WorkOutcome } from './public/turn.ts';
export type { ChatRequestUrlsOptions } from './requests/chat-request-urls.ts';
export { chatRequestUrls } from './requests/chat-request-urls.ts';
export type { DataLayerSourceOptions } from './sources/data-layer-source.ts';
export { dataLayerSource } from './sources/data-layer-source.ts';
export type { EmitterSourceOptions } from './sources/emitter-source.ts';
export { emitterSource } from './sources/emitter-source.ts';
export type { EventTargetSourceOptions } from './sources/event-target-source.ts';
export { eventTargetSource } from './sources/event-target-source.ts';
export type { ManualChatEventSource } from './sources/manual-source.ts';
export { manualSource } from './sources/manual-source.ts';
export type { TrackerSourceOptions } from './sources/tracker-source.ts';
export { trackerSource } from './sources/tracker-source.ts';
