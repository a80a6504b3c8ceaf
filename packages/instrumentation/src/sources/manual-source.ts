import type { ChatEventSource, ChatPayload, EmitChatEvent } from '../public/chat-event-source.ts';

/** A source that the page feeds itself. */
export interface ManualChatEventSource extends ChatEventSource {
  /** Records one interaction event. Does nothing while the instrumentation is not enabled. Never throws. */
  emit(payload: ChatPayload): void;
}

/** A source for pages that hear of the widget's events in their own way. */
export function manualSource(): ManualChatEventSource {
  const listeners = new Set<EmitChatEvent>();
  return {
    subscribe(emit) {
      listeners.add(emit);
      return () => listeners.delete(emit);
    },
    emit(payload) {
      for (const listener of listeners) listener(() => payload);
    },
  };
}
