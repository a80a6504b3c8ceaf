import { expect, test } from 'vitest';
import { backoffMillis } from './backoff.ts';

const settings = { initialBackoffMillis: 1_000, maxBackoffMillis: 60_000 };
const lowest = () => 0;
const highest = () => 1;

test('the ceiling doubles with each failure up to the maximum', () => {
  const ceilings = [1, 2, 3, 6, 7, 50].map((failures) => backoffMillis(failures, settings, {}, highest));
  expect(ceilings).toEqual([1_000, 2_000, 4_000, 32_000, 60_000, 60_000]);
});

test('the wait is a random part of the ceiling', () => {
  expect(backoffMillis(3, settings, {}, lowest)).toBe(0);
  expect(backoffMillis(3, settings, {}, () => 0.25)).toBe(1_000);
});

test('Retry-After is the minimum wait', () => {
  expect(backoffMillis(1, settings, { retryAfterMillis: 30_000 }, lowest)).toBe(30_000);
  expect(backoffMillis(1, settings, { retryAfterMillis: 30_000 }, highest)).toBe(31_000);
});

test('a slow back-off is ten times as long, and at least half its ceiling', () => {
  expect(backoffMillis(1, settings, { slow: true }, lowest)).toBe(5_000);
  expect(backoffMillis(9, settings, { slow: true }, highest)).toBe(600_000);
});
