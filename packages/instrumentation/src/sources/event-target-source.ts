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
      const claims = types.map((type) => {
        const listen = () => target.addEventListener(type, listener, { passive: true });
        const claim = claimPlace(target, type, emit, listen);
        if (claim.isHeld()) listen();
        else report('second_instance', type);
        return claim;
      });
      return () => {
        for (const type of types) target.removeEventListener(type, listener);
        for (const claim of claims) claim.release();
      };
    },
  };
}
