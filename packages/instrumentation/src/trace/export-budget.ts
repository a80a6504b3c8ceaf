// The batch processor's default delay; after it, what had ended has been exported.
const EXPORT_DELAY_MS = 5_000;

// How far a widget that goes on and on in one task, in which no page goes away, may go beyond the bound before its code
// is held up by an export: as far as one last request can go.
const TASK_FACTOR = 1.9;

/**
 * Keeps what a page that is left has still to send within one bound: spans that have ended but may not have been
 * exported yet count together with those that are open. The exporter and the browser refuse last requests above 60 and
 * 64 KiB together.
 */
export interface ExportBudget {
  /**
   * So much will be open. When it is too much together, what has ended is exported: after the widget's code has run,
   * and still before the page can go away. What is open ends first when it is the larger part.
   */
  willBeOpen(bytes: number, now: number): void;
  /** A span has ended. */
  ended(bytes: number, now: number): void;
}

/** A budget that exports by calling `flush`. */
export function createExportBudget(
  most: number,
  endOpen: (now: number) => void,
  flush: () => void,
): ExportBudget {
  let waiting = 0;
  let lastEndedAt = 0;
  let isAsked = false;
  const flushWaiting = (): void => {
    isAsked = false;
    if (!waiting) return;
    waiting = 0;
    flush();
  };
  return {
    willBeOpen(bytes, now) {
      if (now - lastEndedAt > EXPORT_DELAY_MS) waiting = 0;
      const total = waiting + bytes;
      if (isAsked) {
        if (total > most * TASK_FACTOR) flushWaiting();
      } else if (total > most) {
        isAsked = true;
        if (waiting < bytes) endOpen(now);
        queueMicrotask(flushWaiting);
      }
    },
    ended(bytes, now) {
      waiting += bytes;
      lastEndedAt = now;
    },
  };
}
