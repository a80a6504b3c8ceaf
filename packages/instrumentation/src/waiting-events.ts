import type { MappedEvent } from './event-mapping.ts';
import type { ReportProblem } from './sources/chat-event-source.ts';

const MOST_WAITING = 100;
const FIRST_LOOK_MS = 100;
const LAST_LOOK_MS = 60_000;

/** Events that came before the page registered a tracer provider: kept in order until there is one. */
export interface WaitingEvents {
  record(event: MappedEvent, now: number): void;
  /** Tries to record what waits. */
  drain(): void;
  stop(): void;
}

/**
 * Keeps at most 100 events, the oldest first, as `record` returns `false`; tries again with the next event, whenever
 * asked, and ever less often for a minute. No timer runs while nothing waits.
 */
export function createWaitingEvents(
  record: (event: MappedEvent, now: number) => boolean,
  report: ReportProblem,
): WaitingEvents {
  const waiting: { readonly event: MappedEvent; readonly now: number }[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  const drain = (): void => {
    for (let first = waiting[0]; first && record(first.event, first.now); first = waiting[0]) waiting.shift();
    if (waiting.length === 0) clearTimeout(timer);
  };
  const lookLater = (delay: number): void => {
    clearTimeout(timer);
    if (delay > LAST_LOOK_MS) return;
    timer = setTimeout(() => {
      drain();
      if (waiting.length > 0) lookLater(delay * 2);
    }, delay);
  };

  return {
    drain,
    record(event, now) {
      if (waiting.length > 0) drain();
      if (waiting.length === 0 && record(event, now)) return;
      if (waiting.length >= MOST_WAITING) {
        report(
          'no_provider',
          `no tracer provider is registered: more than ${MOST_WAITING} events wait, the newest are lost`,
        );
        return;
      }
      waiting.push({ event, now });
      if (waiting.length === 1) lookLater(FIRST_LOOK_MS);
    },
    stop() {
      clearTimeout(timer);
      waiting.length = 0;
    },
  };
}
