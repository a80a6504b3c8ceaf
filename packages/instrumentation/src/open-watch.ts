import { LONGEST_TIMER_MS } from './limits.ts';
import { watchPageEnd } from './page-end.ts';

// Storing and watching cost more than an event: a shopper who clicks on causes them once.
const SOON_MS = 1_000;

/** One timer and one watch for the page's end, from when something is opened until the page has come to rest. */
export interface OpenWatch {
  /** Something is open. */
  begin(): void;
  /** Something has ended: the next tick comes in a second. */
  soon(): void;
  /** Stops: whether there was a watch. */
  end(): boolean;
}

/**
 * A watch that calls `onHide` when the page is hidden or left, and `onTick` soon after it began, soon after something
 * has ended, and then whenever it says, in milliseconds; `undefined` says never.
 */
export function createOpenWatch(onHide: () => void, onTick: () => number | undefined): OpenWatch {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopWatching: (() => void) | undefined;
  let isSoon = false;
  const tickAfter = (delay: number): void => {
    timer = setTimeout(tick, Math.min(delay, LONGEST_TIMER_MS));
  };
  const tick = (): void => {
    timer = undefined;
    isSoon = false;
    const next = onTick();
    if (next !== undefined) tickAfter(next);
  };
  return {
    begin() {
      stopWatching ??= watchPageEnd(onHide);
      if (timer === undefined) tickAfter(SOON_MS);
    },
    soon() {
      if (isSoon || !stopWatching) return;
      isSoon = true;
      clearTimeout(timer);
      tickAfter(SOON_MS);
    },
    end() {
      clearTimeout(timer);
      timer = undefined;
      isSoon = false;
      const stop = stopWatching;
      stopWatching = undefined;
      stop?.();
      return stop !== undefined;
    },
  };
}
