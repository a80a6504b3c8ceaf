import { startTimer } from './timer.ts';

const FIRST_DELAY_MILLIS = 50;
const MAX_DELAY_MILLIS = 30_000;

/** Retries with doubling delays, for about a minute, until `isDone` returns `true`. Returns what stops it. */
export function retryUntil(isDone: () => boolean): () => void {
  let stop: (() => void) | undefined;
  const retryAfter = (delay: number): void => {
    if (delay > MAX_DELAY_MILLIS) return;
    stop = startTimer(() => {
      if (!isDone()) retryAfter(delay * 2);
    }, delay);
  };
  retryAfter(FIRST_DELAY_MILLIS);
  return () => stop?.();
}
