const MAX_MILLIS = 3_600_000;

/**
 * Milliseconds that an HTTP `Retry-After` header asks to wait (RFC 9110, 10.2.3), at most an hour. 0 when there is no
 * header or it cannot be read.
 */
export function parseRetryAfter(header: string | null, now: number): number {
  if (header === null) return 0;
  const seconds = Number(header);
  const millis = Number.isNaN(seconds) ? Date.parse(header) - now : seconds * 1000;
  return millis > 0 ? Math.min(millis, MAX_MILLIS) : 0;
}
