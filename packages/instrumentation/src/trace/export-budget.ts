// The batch processor's default delay; after it, what had ended has been exported.
const EXPORT_DELAY_MILLIS = 5_000;

// How far a widget that keeps reporting in one task, in which no page goes away, may exceed the bound before an export
// holds up its code: as far as one last request can go.
const TASK_FACTOR = 1.9;

/**
 * Keeps what a page that is left still has to send within one bound: spans that have ended but may not have been
 * exported yet count together with open ones. The exporter and the browser refuse last requests above 60 and 64 KiB
 * together.
 */
export interface ExportBudget {
  /**
   * This many bytes will be open. When the total is too large, what has ended is exported: after the widget's code has
   * run, and before the page can go away. What is open ends first when it is the larger part.
   */
  willBeOpen(bytes: number, now: number): void;
  /** A span has ended. */
  ended(bytes: number, now: number): void;
}

/** What a budget acts with. */
export interface ExportBudgetActions {
  /** Ends what is open. */
  endOpen(now: number): void;
  /** Exports what has ended. */
  flush(now: number): void;
  /** Runs work after the page's current code. */
  defer(work: () => void): void;
}

/** A budget of `maxBytes`. */
export function createExportBudget(
  maxBytes: () => number,
  { endOpen, flush, defer }: ExportBudgetActions,
): ExportBudget {
  let waiting = 0;
  let lastEndedAt = 0;
  let isDeferred = false;
  const flushWaiting = (now: number): void => {
    isDeferred = false;
    if (waiting === 0) return;
    waiting = 0;
    flush(now);
  };
  return {
    willBeOpen(bytes, now) {
      if (now - lastEndedAt > EXPORT_DELAY_MILLIS) waiting = 0;
      const total = waiting + bytes;
      if (isDeferred) {
        if (total > maxBytes() * TASK_FACTOR) flushWaiting(now);
      } else if (total > maxBytes()) {
        isDeferred = true;
        if (waiting < bytes) endOpen(now);
        defer(() => flushWaiting(now));
      }
    },
    ended(bytes, now) {
      waiting += bytes;
      lastEndedAt = now;
    },
  };
}
