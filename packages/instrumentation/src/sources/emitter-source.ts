import { reportThrown } from '../guard/guard.ts';
import type { ChatEventSource, ToChatEvent } from '../public/chat-event-source.ts';
import { createReplays, isObject } from './replays.ts';
import { withAction } from './with-action.ts';

type Listener = (...args: unknown[]) => void;

/** Options of {@link emitterSource}. */
export interface EmitterSourceOptions {
  /**
   * Makes the payload of the event's name and the listener's arguments.
   * @default the first argument, with the event's name as `action` where it has none
   */
  toEvent?: ToChatEvent<readonly [name: string, ...args: unknown[]]>;
  /**
   * Also records events that the emitter replays to a new listener: they are from before `enable()`. Set it only where
   * you may record what visitors did before they agreed.
   * @default false
   */
  recordEarlier?: boolean;
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
  { toEvent, recordEarlier = false }: EmitterSourceOptions = {},
): ChatEventSource {
  const replays = createReplays();
  return {
    subscribe(emit, report) {
      const generation = {};
      let isEarlier = !recordEarlier;
      const attempt = <T>(name: string, work: () => T): T | undefined => {
        try {
          return work();
        } catch (error) {
          reportThrown((code, where) => report(code, `${name}: ${where}`), 'source_failed', error);
          return undefined;
        }
      };
      const removers = names.map((name) => {
        const listener: Listener = (...args) => {
          if (isEarlier) replays.skip(args.filter(isObject));
          else if (!replays.isReplay(args, generation))
            emit(() => (toEvent ? toEvent(name, ...args) : withAction(args[0], name)));
        };
        return [name, attempt(name, () => subscribe(name, listener))] as const;
      });
      isEarlier = false;
      return () => {
        for (const [name, remove] of removers) attempt(name, () => remove?.());
      };
    },
  };
}
