import { expect, test } from 'vitest';
import { uuidV7 } from './uuid-v7.ts';

test('begins with the 48-bit Unix time in milliseconds and carries version 7 and variant 10', () => {
  // RFC 9562, appendix A.6: 2022-02-22T19:22:22.000Z is 017F22E279B0.
  expect(uuidV7(1_645_557_742_000)).toMatch(/^017f22e2-79b0-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test('gives a different id each time and sorts by time', () => {
  const ids = new Set(Array.from({ length: 1000 }, () => uuidV7(1_700_000_000_000)));
  expect(ids.size).toBe(1000);
  expect(uuidV7(1_700_000_000_000) < uuidV7(1_700_000_000_001)).toBe(true);
});
