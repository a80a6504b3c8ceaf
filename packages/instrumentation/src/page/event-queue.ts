import { attempt, safely } from '../guard/guard.ts';
import type { ChatPayload } from '../public/chat-event-source.ts';
import type { ReportProblem } from '../public/problems.ts';
import { isPageHidden } from './page-end.ts';

// What is recorded together: the rest is room for what exporters and hooks report meanwhile, which could go on for ever.
const MOST_REPORTED = 256;
const MOST_QUEUED = 512;

/** Events that were reported and are not recorded yet. */
export interface EventQueue {
  /** Keeps the payload as it is now, with the address of the page. */
  add(payload: ChatPayload, now: number, href: string): void;
  /** Records what is there, and calls `then`. While that is under way, whoever began it does this, too. */
  drain(then?: () => void): void;
}

/**
 * Takes recording out of the widget's own task: an event is copied when it is reported, and recorded at the next tick
 * of the chat's watch, with what else was reported by then, or before whatever needs it. What cannot be copied, and what
 * is reported in a hidden page, which may have no other task, is recorded at once.
 *
 * @param take records an event; must not throw
 */
export function createEventQueue(
  take: (payload: ChatPayload, now: number, href: string) => void,
  chat: { watch(): void; hide(): void },
  arrayLength: number,
  report: ReportProblem,
): EventQueue {
  const queue: (() => void)[] = [];
  let isDraining = false;
  const drain = (then?: () => void): void => {
    if (then && queue.at(-1) !== then) queue.push(then);
    if (isDraining) return;
    isDraining = true;
    // What is added meanwhile has its turn, too. Whatever is thrown, this comes to its end.
    for (const work of queue) safely(report, 'not_recorded', work);
    queue.length = 0;
    isDraining = false;
  };
  return {
    drain,
    add(payload, now, href) {
      if (queue.length >= MOST_QUEUED) {
        report('too_many_reentrant', 'dropped');
        return;
      }
      const copy = copyOf(payload, arrayLength);
      queue.push(() => take(copy ?? payload, now, href));
      if (isPageHidden()) chat.hide();
      else if (!copy || queue.length >= MOST_REPORTED) drain();
      else chat.watch();
    },
  };
}

/** A plain object with its lists; `undefined` for another, whose attributes may come from its class, or not be told. */
function copyOf(payload: ChatPayload, arrayLength: number): ChatPayload | undefined {
  return attempt(() => {
    if (Object.getPrototypeOf(payload) !== Object.prototype) return undefined;
    const copy: Record<string, unknown> & ChatPayload = { ...payload };
    for (const key in copy) {
      const value = copy[key];
      if (Array.isArray(value)) copy[key] = value.slice(0, arrayLength);
    }
    return copy.action ? copy : undefined;
  });
}
