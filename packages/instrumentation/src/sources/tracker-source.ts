import { tapMethod } from '../page/tap-method.ts';
import type { ChatEventSource, ToChatEvent } from '../public/chat-event-source.ts';
import { whenPresent } from './when-present.ts';

/** Options of {@link trackerSource}. */
export interface TrackerSourceOptions {
  /**
   * First argument of the calls that are chat events. Without it, any call whose second argument has an `action`
   * is taken for one: give it where the tracker also carries other events.
   * @default any
   */
  eventType?: string;
  /** Makes the payload of the call's arguments. @default the second argument */
  toEvent?: ToChatEvent<readonly unknown[]>;
}

/**
 * Sees the calls of a tracker function, such as `window.exponea.track('clarity', {action, …})`. The page's call is
 * made with the same `this` and arguments, and its result or exception is the caller's. The tracker may appear later.
 *
 * @param find gives the object that holds the function; `undefined` or an exception as long as it is not there
 * @param method the function's name
 */
export function trackerSource(
  find: () => object | null | undefined,
  method: string,
  { eventType, toEvent }: TrackerSourceOptions = {},
): ChatEventSource {
  return {
    subscribe(emit, report) {
      const attach = (tracker: object) =>
        tapMethod(tracker, method, (original, self, args) => {
          if (eventType === undefined || args[0] === eventType)
            emit(() => (toEvent ? toEvent(...args) : args[1]));
          return Reflect.apply(original, self, args);
        });
      return whenPresent(find, attach, () => report('cannot_wrap', method));
    },
  };
}
