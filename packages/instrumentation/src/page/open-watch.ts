import { watchPageEnd } from './page-end.ts';

/** A timer that is set for 2³¹ ms or more runs at once. */
export const LONGEST_TIMER_MS: number = 1e9;

// Recording, storing and watching cost more than reporting: a shopper who clicks on causes them once.
const SOON_MS = 1_000;

// Not in the way of the next frame, and before the page is left: what Firefox is first asked for then, or given to
// store, the next page may not see.
const FIRST_MS = 20;

/** One timer and one watch for the page's end, from when something is reported until the page has come to rest. */
export interface OpenWatch {
  /** Something was reported, has begun or has ended: begins, and the next tick comes in a second. */
  soon(): void;
  /** Stops, for now. */
  end(): void;
}

/**
 * A watch that calls `onHide` when the page is hidden or left, `onTick` just after it began, soon after something has
 * happened, and then whenever it says, in milliseconds; `undefined` says never; and `onEnd` when it has stopped.
 */
export function createOpenWatch(
  onHide: () => void,
  onTick: () => number | undefined,
  onEnd: () => void,
): OpenWatch {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopWatching: (() => void) | undefined;
  let isSoon = false;
  const tickAfter = (delay: number): void => {
    timer = setTimeout(tick, Math.min(delay, LONGEST_TIMER_MS));
  };
  const tick = (): void => {
    isSoon = false;
    const next = onTick();
    // What was recorded in there may have asked for a sooner one.
    if (next && !isSoon) tickAfter(next);
  };
  return {
    soon() {
      if (isSoon) return;
      isSoon = true;
      clearTimeout(timer);
      tickAfter(stopWatching ? SOON_MS : FIRST_MS);
      stopWatching ??= watchPageEnd(onHide);
    },
    end() {
      clearTimeout(timer);
      isSoon = false;
      if (!stopWatching) return;
      stopWatching();
      stopWatching = undefined;
      onEnd();
    },
  };
}
