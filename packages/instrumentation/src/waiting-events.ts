import type { MappedEvent } from './event-mapping.ts';
import type { ReportProblem } from './report-once.ts';
import { retryUntil } from './retry-until.ts';

const MOST_WAITING = 100;

/** Events that came before the page registered a tracer provider: kept in order until there is one. */
export interface WaitingEvents {
  record(event: MappedEvent, now: number): void;
  /** Tries to record what waits; whether nothing is left. */
  drain(): boolean;
  stop(): void;
}

/**
 * Keeps at most 100 events, the oldest first, as long as `record` returns `false`; tries again with the next event,
 * whenever asked, and ever less often for a minute. No timer runs while nothing waits.
 */
export function createWaitingEvents(
  record: (event: MappedEvent, now: number) => boolean,
  report: ReportProblem,
): WaitingEvents {
  const waiting: [MappedEvent, number][] = [];
  let stopRetrying: (() => void) | undefined;

  const drain = (): boolean => {
    for (let first = waiting[0]; first && record(...first); first = waiting[0]) waiting.shift();
    return waiting.length === 0;
  };
  return {
    drain,
    record(event, now) {
      if (drain() && record(event, now)) return;
      if (waiting.length >= MOST_WAITING) {
        report('no_provider', 'dropped');
        return;
      }
      if (waiting.push([event, now]) === 1) {
        stopRetrying?.();
        stopRetrying = retryUntil(drain);
      }
    },
    stop() {
      stopRetrying?.();
      waiting.length = 0;
    },
  };
}
