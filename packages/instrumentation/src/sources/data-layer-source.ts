import { tapMethod } from '../page/tap-method.ts';
import type { ChatEventSource, ToChatEvent } from '../public/chat-event-source.ts';
import { whenPresent } from './when-present.ts';

/** Options of {@link dataLayerSource}. */
export interface DataLayerSourceOptions {
  /** Makes the payload of an entry. @default the entry itself */
  toEvent?: ToChatEvent<readonly [entry: unknown]>;
}

/**
 * Sees what is pushed onto an array, such as `window.dataLayer`, and what was pushed before.
 *
 * @param find gives the array; `undefined` or an exception as long as it is not there
 */
export function dataLayerSource(
  find: () => unknown[] | null | undefined,
  { toEvent }: DataLayerSourceOptions = {},
): ChatEventSource {
  // A layer that was read once is not read again after disable() and enable().
  const seen = new WeakSet<unknown[]>();
  return {
    subscribe(emit, report) {
      const emitEntry = (entry: unknown) => emit(() => (toEvent ? toEvent(entry) : entry));
      const attach = (layer: unknown[]) => {
        if (!seen.has(layer)) for (const entry of layer) emitEntry(entry);
        seen.add(layer);
        return tapMethod(layer, 'push', (original, self, args) => {
          for (const entry of args) emitEntry(entry);
          return Reflect.apply(original, self, args);
        });
      };
      return whenPresent(find, attach, () => report('cannot_wrap', 'push'));
    },
  };
}
