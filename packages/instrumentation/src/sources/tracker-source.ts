import { tapMethod } from '../page/tap-method.ts';
import type { ChatEventSource, ToChatEvent } from '../public/chat-event-source.ts';
import { queuedObjects } from './queued-calls.ts';
import { createReplays } from './replays.ts';
import { whenPresent } from './when-present.ts';

/** Options of {@link trackerSource}. */
export interface TrackerSourceOptions {
  /**
   * First argument of the calls that are chat events. Without it, and without `toEvent`, only calls with an action that
   * the vendor documents are recorded: the tracker may carry events of the whole shop.
   * @default any
   */
  eventType?: string;
  /** Makes the payload from the call's arguments. @default the second argument */
  toEvent?: ToChatEvent<readonly unknown[]>;
  /**
   * Also records calls that a vendor's stub had queued before `enable()`, when its script replays them. Set it only
   * where you may record what visitors did before they agreed.
   * @default false
   */
  recordEarlier?: boolean;
}

/**
 * Sees the calls of a tracker function, such as `window.exponea.track('clarity', {action, …})`. The page's call is
 * made with the same `this` and arguments, and its result or exception is the caller's. The tracker may appear later,
 * and be replaced.
 *
 * @param find gives the object that holds the function; `undefined` or an exception as long as it is not there
 * @param method the function's name
 */
export function trackerSource(
  find: () => object | null | undefined,
  method: string,
  { eventType, toEvent, recordEarlier = false }: TrackerSourceOptions = {},
): ChatEventSource {
  const replays = createReplays();
  const onlyDocumented = eventType === undefined && !toEvent;
  return {
    subscribe(emit, report) {
      const stale = {};
      const attach = (tracker: object) => {
        if (isFirst && !recordEarlier) replays.skip(queuedObjects(tracker, method));
        isFirst = false;
        return tapMethod(
          tracker,
          method,
          (original, self, args, generation) => {
            const isChat = eventType === undefined || args[0] === eventType;
            if (isChat && !replays.isReplay(args, generation ?? stale))
              emit(() => (toEvent ? toEvent(...args) : args[1]), { onlyDocumented });
            return Reflect.apply(original, self, args);
          },
          { onGiveUp: () => report('gave_up', method) },
        );
      };
      // What a stub holds when we first look was queued before; what it is given later was seen.
      let isFirst = true;
      const stop = whenPresent({ find, method, attach, holder: emit, report });
      isFirst = false;
      return stop;
    },
  };
}
