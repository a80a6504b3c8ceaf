export type { RecordEvaluation } from './gen-ai-evaluation.ts';
export { recordGenAiEvaluation } from './gen-ai-evaluation.ts';
export { ShoppingChatInstrumentation } from './instrumentation.ts';
export type { ChatLimits, LimitPreset } from './limits.ts';
export type { ProblemCode, ReportProblem } from './report-once.ts';
export type { ChatRequestUrlsOptions } from './requests/chat-request-urls.ts';
export { chatRequestUrls } from './requests/chat-request-urls.ts';
export type { BeginRequest, ChatRequest, ChatRequests, RequestCall } from './requests/chat-requests.ts';
export type {
  ChatEventSource,
  ChatPayload,
  EmitChatEvent,
  ToChatEvent,
} from './sources/chat-event-source.ts';
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
export type { TurnWork, WorkOutcome } from './turn.ts';
export type {
  ContentCapture,
  EventSink,
  Redact,
  ShoppingChatInstrumentationConfig,
  TurnEnd,
} from './types.ts';
