import type { ChatEventSource, ToChatEvent } from './chat-event-source.ts';
import { withAction } from './with-action.ts';

type Listener = (...args: unknown[]) => void;

/** Options of {@link emitterSource}. */
export interface EmitterSourceOptions {
  /**
   * Makes the payload of the event's name and the listener's arguments.
   * @default the first argument, with the event's name as `action` where it has none
   */
  toEvent?: ToChatEvent<readonly [name: string, ...args: unknown[]]>;
}

/**
 * Listens to an emitter's events.
 *
 * @param subscribe registers a listener under a name in the emitter's own way and returns what removes it, for
 * instance `(name, listener) => { chat.on(name, listener); return () => chat.off(name, listener); }`
 * @param names the events' names
 */
export function emitterSource(
  subscribe: (name: string, listener: Listener) => (() => void) | undefined,
  names: readonly string[],
  { toEvent }: EmitterSourceOptions = {},
): ChatEventSource {
  return {
    subscribe(emit, report) {
      const removers = names.map((name) => {
        try {
          return subscribe(name, (...args) =>
            emit(() => (toEvent ? toEvent(name, ...args) : withAction(args[0], name))),
          );
        } catch (error) {
          report('emitter', `cannot listen to ${name}: ${error}`);
          return undefined;
        }
      });
      return () => {
        for (const remove of removers) remove?.();
      };
    },
  };
}
