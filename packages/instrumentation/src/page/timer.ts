import { inRootZone } from './root-zone.ts';

// Browsers run a timer of 2³¹ ms or more at once.
const MAX_TIMER_MILLIS = 1e9;

/** Runs `work` after some time, at most once, unless the returned function is called before. */
export function startTimer(work: () => void, millis: number): () => void {
  const timer = inRootZone(() => setTimeout(work, Math.min(millis, MAX_TIMER_MILLIS)));
  return () => clearTimeout(timer);
}

/** Runs `work` after the page's current code, and before the page can go away. */
export function runAfterCurrentCode(work: () => void): void {
  inRootZone(() => queueMicrotask(work));
}
