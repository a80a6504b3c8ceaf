const LONGEST_MILLIS = 3_600_000;

/**
 * Milliseconds that an HTTP `Retry-After` header asks to wait (RFC 9110, 10.2.3), at most an hour; undefined when
 * there is none that can be read.
 */
export function parseRetryAfter(header: string | null, now: number): number | undefined {
  if (!header) return undefined;
  const seconds = Number(header);
  const millis = Number.isNaN(seconds) ? Date.parse(header) - now : seconds * 1000;
  return Number.isNaN(millis) ? undefined : Math.min(Math.max(millis, 0), LONGEST_MILLIS);
}
