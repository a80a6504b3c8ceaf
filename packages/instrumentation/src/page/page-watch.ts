import { now } from './clock.ts';
import { watchPageEnd } from './page-end.ts';
import { startTimer } from './timer.ts';

// Later than the next frame, and before the page is left: Firefox may not show the next page what is first stored, or
// first asked for, while this one is left.
const FIRST_TICK_MILLIS = 20;

/** One timer, and listeners for the page's end, from when something is reported until nothing is open. */
export interface PageWatch {
  /** Watches the page's end, and ticks after this time at the latest; soon when the watch has just begun. */
  tickWithin(millis: number): void;
  /** Stops the timer and the listeners until the next `tickWithin()`. */
  rest(): void;
}

/** What a watch calls. */
export interface PageWatchCalls {
  /** Returns the milliseconds until the next tick; `undefined` when nothing is left to watch for. */
  onTick(): number | undefined;
  /** The page is hidden or left. */
  onLeave(): void;
}

/** A watch without timer or listeners until it is asked to tick. */
export function createPageWatch({ onTick, onLeave }: PageWatchCalls): PageWatch {
  let stopTimer: (() => void) | undefined;
  let stopListening: (() => void) | undefined;
  let dueAt = 0;

  const clearTimer = (): void => {
    stopTimer?.();
    stopTimer = undefined;
  };
  const tick = (): void => {
    stopTimer = undefined;
    const millis = onTick();
    if (millis === undefined) rest();
    else tickWithin(millis);
  };
  const tickWithin = (millis: number): void => {
    const asked = stopListening ? millis : Math.min(millis, FIRST_TICK_MILLIS);
    stopListening ??= watchPageEnd(onLeave);
    // A limit may be infinite, or not a number.
    if (!(asked < Number.POSITIVE_INFINITY)) return;
    const time = now();
    // A timer that is late, because the machine slept, is replaced.
    if (stopTimer && dueAt > time && dueAt <= time + asked) return;
    clearTimer();
    dueAt = time + asked;
    stopTimer = startTimer(tick, asked);
  };
  const rest = (): void => {
    clearTimer();
    stopListening?.();
    stopListening = undefined;
  };
  return { tickWithin, rest };
}
