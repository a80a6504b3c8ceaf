const LONGEST_MILLIS = 3_600_000;

/**
 * Milliseconds that an HTTP `Retry-After` header asks to wait (RFC 9110, 10.2.3), at most an hour; 0 when there is none
 * that can be read.
 */
export function parseRetryAfter(header: string | null, now: number): number {
  const millis = Number(header) * 1000 || Date.parse(header as string) - now;
  return millis > 0 ? Math.min(millis, LONGEST_MILLIS) : 0;
}
