// The batch processor's default delay; after it, what had ended has been exported.
const EXPORT_DELAY_MS = 5_000;

/**
 * Keeps what a page that is left has still to send within one bound: spans that have ended but may not have been
 * exported yet count together with those that are open. A browser refuses a last request above 64 KiB.
 */
export interface ExportBudget {
  /** A span has ended. */
  ended(bytes: number, now: number): void;
  /** So much is open: flushes what has ended when it is too much together. */
  open(bytes: number, now: number): void;
}

/** A budget that calls `flush` when it is used up. */
export function createExportBudget(most: number, flush: () => void): ExportBudget {
  let waiting = 0;
  let lastEndedAt = 0;
  const flushWaiting = (): void => {
    if (!waiting) return;
    waiting = 0;
    flush();
  };
  const check = (bytes: number, now: number): void => {
    if (now - lastEndedAt > EXPORT_DELAY_MS) waiting = 0;
    const total = waiting + bytes;
    // After the widget's code has run, and still before the page can go away; at once when that code goes on and on.
    if (total > most * 1.25) flushWaiting();
    else if (total > most) queueMicrotask(flushWaiting);
  };
  return {
    open: check,
    ended(bytes, now) {
      check(bytes, now);
      waiting += bytes;
      lastEndedAt = now;
    },
  };
}
