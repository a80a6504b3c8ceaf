import type { AssistantClient } from './api/assistant-client.ts';
import type { WidgetConfig } from './config.ts';
import { chatConfigAttribute, defaultEventAttributes } from './config.ts';
import type { Screen } from './state/screen.ts';
import { conversationState, sizeOf } from './state/state.ts';
import type { Store } from './state/store.ts';
import type { Payload, Surroundings } from './tracking/surroundings.ts';
import type { TrackerQueue } from './tracking/tracker-queue.ts';

/** What every part of the widget works with. */
export interface Chat {
  readonly config: WidgetConfig;
  readonly store: Store;
  readonly screen: Screen;
  readonly client: AssistantClient;
  readonly tracker: TrackerQueue;
  /** Ends the running answer; `undefined` while there is none. */
  readonly answer: { abort: AbortController | undefined };
}

export function surroundings({ config, store, screen }: Chat): Surroundings {
  const state = store.get();
  return {
    view: state.view,
    size: sizeOf(state, screen.isPhone()),
    conversation: conversationState(state, Date.now(), config.idleAfterMs),
    config: chatConfigAttribute(config),
  };
}

/** Reports one event, with the attributes that every event carries. */
export function report(chat: Chat, payload: Payload): void {
  chat.tracker.report({ ...payload, ...defaultEventAttributes });
}
