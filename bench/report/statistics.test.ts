import { expect, test } from 'vitest';
import { middleOf, quantile, spreadOf } from './statistics.ts';

test('the median of an even number of values lies between the middle two', () => {
  expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5);
});

test('a high quantile is near the largest value', () => {
  expect(quantile([...Array(101).keys()], 0.99)).toBe(99);
});

test('a spread has the median and both ends', () => {
  expect(spreadOf([3, 1, 2])).toEqual({ median: 2, min: 1, max: 3 });
});

test('the middle leaves out the lowest and the highest tenth', () => {
  expect(middleOf([...Array(101).keys()])).toEqual({ median: 50, min: 10, max: 90 });
});
