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
  let asked = false;
  const flushAsAsked = (): void => {
    if (!asked) return;
    asked = false;
    flush();
  };
  const check = (bytes: number, now: number): void => {
    // Code that reports one event after the other does not end soon: each request is to stay below the bound.
    if (bytes > most / 2) flushAsAsked();
    if (now - lastEndedAt > EXPORT_DELAY_MS) waiting = 0;
    if (!waiting || waiting + bytes <= most) return;
    waiting = 0;
    // After the widget's code has run, and still before the page can go away.
    asked = true;
    queueMicrotask(flushAsAsked);
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
