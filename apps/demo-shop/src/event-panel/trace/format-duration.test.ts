import { expect, test } from 'vitest';
import { formatDuration } from './format-duration.ts';

test.for([
  [0, '0 ms'],
  [0.002, '< 0.1 ms'],
  [0.42, '0.4 ms'],
  [7.564634, '7.6 ms'],
  [9.96, '10 ms'],
  [85.4, '85 ms'],
  [999.4, '999 ms'],
  [999.6, '1 s'],
  [2510, '2.51 s'],
  [9_996, '10 s'],
  [34_217, '34.2 s'],
  [59_960, '1 min'],
  [65_000, '1 min 5 s'],
  [3_599_600, '1 h'],
  [7_384_000, '2 h 3 min'],
] as const)('%d ms is said as %s', ([ms, said]) => {
  expect(formatDuration(ms)).toBe(said);
});
