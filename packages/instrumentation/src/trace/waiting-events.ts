import type { MappedEvent } from '../mapping/event-mapping.ts';
import { watchPageEnd } from '../page/page-end.ts';
import { retryUntil } from '../page/retry-until.ts';
import type { ReportProblem } from '../public/problems.ts';

const MOST_WAITING = 100;

/** An event, when it was reported, and the address of the page then. */
type WaitingEvent = [event: MappedEvent, now: number, href: string];

/** Events on their way: those that came before the page registered a tracer provider wait in order until there is one. */
export interface WaitingEvents {
  record(...event: WaitingEvent): void;
  /** Tries to record what waits; whether nothing is left. */
  drain(): boolean;
  /** Tries a last time. */
  stop(): void;
}

/**
 * Keeps at most 100 events, the oldest first, as long as `record` returns `false`; tries again with the next event,
 * whenever asked, when the page ends, and ever less often for a minute. No timer runs while nothing waits.
 */
export function createWaitingEvents(
  record: (...event: WaitingEvent) => boolean | undefined,
  report: ReportProblem,
): WaitingEvents {
  const waiting: WaitingEvent[] = [];
  const stops: (() => void)[] = [];
  let isDraining = false;

  const stopRetrying = (): void => {
    for (const stop of stops.splice(0)) stop();
  };
  const drain = (): boolean => {
    // An exporter may report events while one is recorded: those come after it.
    if (isDraining) return false;
    isDraining = true;
    for (let first = waiting[0]; first && record(...first) !== false; first = waiting[0]) waiting.shift();
    isDraining = false;
    if (waiting.length) return false;
    stopRetrying();
    return true;
  };
  return {
    drain,
    record(...event) {
      if (waiting.length >= MOST_WAITING && !drain()) {
        report('no_provider', 'dropped');
        return;
      }
      waiting.push(event);
      if (!(drain() || stops.length)) stops.push(retryUntil(drain), watchPageEnd(drain));
    },
    stop() {
      drain();
      stopRetrying();
      waiting.length = 0;
    },
  };
}
