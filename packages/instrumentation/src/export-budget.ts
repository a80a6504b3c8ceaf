// The batch processor's default delay; after it, what had ended has been exported.
const EXPORT_DELAY_MS = 5_000;

// How far a widget that goes on and on in one task may go beyond the bound before its code is held up by an export.
const TASK_FACTOR = 1.2;

/**
 * Keeps what a page that is left has still to send within one bound: spans that have ended but may not have been
 * exported yet count together with those that are open. A browser refuses a last request above 64 KiB.
 */
export interface ExportBudget {
  /** Whether it is too much together when so much is open. */
  exceededBy(openBytes: number, now: number): boolean;
  /** A span has ended. */
  ended(bytes: number, now: number): void;
  /** Exports what has ended: after the widget's code has run, and still before the page can go away. */
  export(): void;
}

/** A budget that exports by calling `flush`. */
export function createExportBudget(most: number, flush: () => void): ExportBudget {
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
    exceededBy(openBytes, now) {
      if (now - lastEndedAt > EXPORT_DELAY_MS) waiting = 0;
      return waiting + openBytes > (isAsked ? most * TASK_FACTOR : most);
    },
    ended(bytes, now) {
      waiting += bytes;
      lastEndedAt = now;
    },
    export() {
      if (isAsked) flushWaiting();
      else queueMicrotask(flushWaiting);
      isAsked = true;
    },
  };
}
