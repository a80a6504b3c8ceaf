export { ShoppingChatInstrumentation } from './instrumentation.ts';
export type { ChatLimits, LimitPreset } from './limits.ts';
export type {
  ChatEventSource,
  ChatPayload,
  EmitChatEvent,
  ReportProblem,
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
export type {
  ContentCapture,
  EventSink,
  Redact,
  ShoppingChatInstrumentationConfig,
  TurnEnd,
} from './types.ts';
