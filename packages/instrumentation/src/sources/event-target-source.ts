import { listen } from '../page/listen.ts';
import type { ChatEventSource, ToChatEvent } from '../public/chat-event-source.ts';
import { claimPlace } from './page-claims.ts';
import { withAction } from './with-action.ts';

/** Options of {@link eventTargetSource}. */
export interface EventTargetSourceOptions {
  /** Makes the payload of the DOM event. @default its `detail`, with the event's type as `action` where it has none */
  toEvent?: ToChatEvent<readonly [Event]>;
}

/**
 * Listens to DOM events, such as `window.addEventListener('chat:opened', …)`.
 *
 * @param target where the events arrive
 * @param types their names
 */
export function eventTargetSource(
  target: EventTarget,
  types: readonly string[],
  { toEvent }: EventTargetSourceOptions = {},
): ChatEventSource {
  return {
    subscribe(emit, report) {
      const listener = (event: Event) =>
        emit(() => (toEvent ? toEvent(event) : withAction((event as CustomEvent).detail, event.type)));
      const stops = types.map((type) => {
        let stopListening = () => {};
        const start = () => {
          stopListening = listen(target, [type], listener, { passive: true });
        };
        const claim = claimPlace(target, type, emit, start);
        if (claim.isHeld()) start();
        else report('second_instance', type);
        return () => {
          stopListening();
          claim.release();
        };
      });
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}
