import type { ChatEvent } from '../mapping/chat-event.ts';
import type { ReportProblem } from '../public/problems.ts';
import type { Moment } from './moment.ts';

const MAX_WAITING = 100;
const FIRST_RETRY_MILLIS = 50;
const MAX_RETRY_MILLIS = 30_000;

/** Events on their way to the spans: those that come before the page has a tracer provider wait in order for one. */
export interface WaitingEvents {
  /** Records an event after those that wait. */
  record(event: ChatEvent, moment: Moment): void;
  /** Tries to record what waits. */
  drain(): void;
  /** Tries to record what waits, when it is time for that. */
  retry(now: number): void;
  /** When to retry; `Infinity` after a minute; `undefined` while nothing waits. */
  retryAt(): number | undefined;
  /** Tries a last time, and drops what still waits. */
  stop(): void;
}

/**
 * Keeps at most 100 events, the oldest ones, as long as `record` returns `false`. Retries with the next event, whenever
 * asked, and with doubling delays for a minute.
 */
export function createWaitingEvents(
  record: (event: ChatEvent, moment: Moment) => boolean | undefined,
  report: ReportProblem,
): WaitingEvents {
  const waiting: { readonly event: ChatEvent; readonly moment: Moment }[] = [];
  let isDraining = false;
  let retryDelay = FIRST_RETRY_MILLIS;
  let retryAt: number | undefined;

  const drain = (): void => {
    // Events that an exporter reports meanwhile come after those that wait.
    if (isDraining) return;
    isDraining = true;
    for (let first = waiting[0]; first; first = waiting[0]) {
      if (record(first.event, first.moment) === false) break;
      waiting.shift();
    }
    isDraining = false;
    if (waiting.length === 0) retryAt = undefined;
  };
  return {
    drain,
    retryAt: () => retryAt,
    record(event, moment) {
      if (waiting.length >= MAX_WAITING) drain();
      if (waiting.length >= MAX_WAITING) {
        report('no_provider', 'dropped');
        return;
      }
      waiting.push({ event, moment });
      drain();
      if (waiting.length === 0 || isDraining || retryAt !== undefined) return;
      retryDelay = FIRST_RETRY_MILLIS;
      retryAt = moment.now + retryDelay;
    },
    retry(now) {
      if (retryAt === undefined || now < retryAt) return;
      drain();
      if (waiting.length === 0) return;
      retryDelay *= 2;
      retryAt = retryDelay > MAX_RETRY_MILLIS ? Number.POSITIVE_INFINITY : now + retryDelay;
    },
    stop() {
      drain();
      waiting.length = 0;
      retryAt = undefined;
    },
  };
}
