import { expect, test } from 'vitest';
import { parseRetryAfter } from './retry-after.ts';

const NOW = Date.parse('2026-11-24T12:00:00Z');

test.each([
  ['0', 0],
  ['120', 120_000],
  [' 5 ', 5_000],
  ['Tue, 24 Nov 2026 12:01:00 GMT', 60_000],
])('%j is %i ms', (header, millis) => {
  expect(parseRetryAfter(header, NOW)).toBe(millis);
});

test('a date in the past means no wait', () => {
  expect(parseRetryAfter('Tue, 24 Nov 2026 11:00:00 GMT', NOW)).toBe(0);
});

test('waits at most an hour', () => {
  expect(parseRetryAfter('999999999', NOW)).toBe(3_600_000);
});

test.each([null, '', 'soon', '-3 s', '-3'])('%j means no wait', (header) => {
  expect(parseRetryAfter(header, NOW)).toBe(0);
});
