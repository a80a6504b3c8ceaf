/** `0.25 s`, `75 s`; a dash without a value. */
export function formatSeconds(seconds: number | null): string {
  if (seconds === null) return '–';
  return seconds < 10 ? `${seconds.toFixed(2)} s` : `${Math.round(seconds)} s`;
}

/** `2026-11-20 10:00:00` in the reader's time zone. */
export function formatTime(millis: number): string {
  return new Date(millis).toLocaleString('sv-SE');
}
