import { attempt } from '../guard/guard.ts';

/** The page's clock, which is read here alone. Epoch milliseconds, always an integer. */
export function now(): number {
  // Libraries of the page replace it: with datejs it gives a `Date`, others give fractions.
  const time = Math.floor(Number(Date.now()));
  return Number.isSafeInteger(time) ? time : Math.floor(performance.timeOrigin + pageTime());
}

/** The time of `performance` entries. Milliseconds since the page was opened. */
export function pageTime(): number {
  // An event has the same clock as an entry. Pages shift `performance.now()`, for animations and for tests.
  return attempt(() => new Event('time').timeStamp) ?? performance.now();
}

/** A time of a `performance` entry in epoch milliseconds. */
export function toEpochMillis(timeOfEntry: number): number {
  // The page's time may have stopped while the machine slept: only its distance from now is used.
  return now() - pageTime() + timeOfEntry;
}

/** Now, and the address of the page. */
export function thisMoment(): { readonly now: number; readonly href: string } {
  // As `location.href`, in an eighth of the time in Chromium.
  return { now: now(), href: document.URL };
}
