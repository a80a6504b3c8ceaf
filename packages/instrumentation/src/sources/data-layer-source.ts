import { tapMethod } from '../page/tap-method.ts';
import type { ChatEventSource, ToChatEvent } from '../public/chat-event-source.ts';
import { createReplays, isObject } from './replays.ts';
import { whenPresent } from './when-present.ts';

/** Options of {@link dataLayerSource}. */
export interface DataLayerSourceOptions {
  /**
   * Makes the payload from an entry; `undefined` for entries that are not the chat's. Without it only entries with an
   * action that the vendor documents are recorded: a data layer carries the events of the whole shop.
   * @default the entry itself
   */
  toEvent?: ToChatEvent<readonly [entry: unknown]>;
  /**
   * Also records entries that were pushed before the first `enable()`. Set it only where you may record what visitors
   * did before they agreed.
   * @default false
   */
  recordEarlier?: boolean;
}

/**
 * Sees what is pushed onto an array, such as `window.dataLayer`. The array may appear later, and be replaced by a copy.
 *
 * @param find gives the array; `undefined` or an exception as long as it is not there
 */
export function dataLayerSource(
  find: () => unknown[] | null | undefined,
  { toEvent, recordEarlier = false }: DataLayerSourceOptions = {},
): ChatEventSource {
  const replays = createReplays();
  const onlyDocumented = !toEvent;
  let wasEnabled = false;
  return {
    subscribe(emit, report) {
      const stale = {};
      const emitEntry = (entry: unknown, generation: object): void => {
        if (!replays.isReplay([entry], generation))
          emit(() => (toEvent ? toEvent(entry) : entry), { onlyDocumented });
      };
      // Entries of a layer that is there now were pushed before; those of one that comes later were not.
      let isEarlier = !recordEarlier || wasEnabled;
      let isCopy = false;
      wasEnabled = true;
      const attach = (layer: unknown[]) => {
        const entries = Array.isArray(layer) ? [...layer] : [];
        if (isEarlier) replays.skip(entries.filter(isObject));
        // A text in a copy cannot be told from the one in the array before.
        const isNew = (entry: unknown) => !replays.isKnown(entry) && (isObject(entry) || !isCopy);
        if (!isEarlier) for (const entry of entries.filter(isNew)) emitEntry(entry, layer);
        isCopy = true;
        return tapMethod(
          layer,
          'push',
          (original, self, args, generation) => {
            for (const entry of args) emitEntry(entry, generation ?? stale);
            return Reflect.apply(original, self, args);
          },
          { onGiveUp: () => report('gave_up', 'push') },
        );
      };
      const stop = whenPresent({ find, method: 'push', attach, holder: emit, report });
      isEarlier = false;
      return stop;
    },
  };
}
