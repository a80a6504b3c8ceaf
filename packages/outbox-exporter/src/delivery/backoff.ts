/** How long to wait, in milliseconds. */
export interface BackoffSettings {
  initialBackoffMillis: number;
  maxBackoffMillis: number;
}

const SLOW_FACTOR = 10;

/**
 * Exponential back-off with full jitter: a random part of the ceiling, so that a thousand browsers do not come back
 * together. A slow back-off is ten times as long and at least half its ceiling. `retryAfterMillis` is the minimum;
 * the jitter is added to it.
 */
export function backoffMillis(
  failures: number,
  settings: BackoffSettings,
  {
    slow = false,
    retryAfterMillis = 0,
  }: { slow?: boolean | undefined; retryAfterMillis?: number | undefined } = {},
  random: () => number = Math.random,
): number {
  const ceiling = Math.min(settings.maxBackoffMillis, settings.initialBackoffMillis * 2 ** (failures - 1));
  if (slow) return SLOW_FACTOR * ceiling * (0.5 + random() / 2);
  return retryAfterMillis + ceiling * random();
}
