import { expect, test } from 'vitest';
import { withGaps } from './sequence-gaps.ts';

const items = (...seqs: number[]) => seqs.map((seq) => ({ seq }));

test('continuous numbers have no gap', () => {
  expect(withGaps(items(3, 2, 1), true)).toEqual(items(3, 2, 1));
});

test('a gap stands between the two events it parts', () => {
  expect(withGaps(items(3, 1), true)).toEqual([{ seq: 3 }, { from: 2, to: 2 }, { seq: 1 }]);
  expect(withGaps(items(7, 3, 2, 1), true)).toEqual([{ seq: 7 }, { from: 4, to: 6 }, ...items(3, 2, 1)]);
});

test('missing first events are a gap at the end, unless older ones are just not listed', () => {
  expect(withGaps(items(3), true)).toEqual([{ seq: 3 }, { from: 1, to: 2 }]);
  expect(withGaps(items(3), false)).toEqual(items(3));
});

test('the same number twice, as from a duplicated tab, is no gap', () => {
  expect(withGaps(items(2, 2, 1), true)).toEqual(items(2, 2, 1));
});

test('an event without a number, stored as 0, is no gap', () => {
  expect(withGaps(items(2, 1, 0, 0), true)).toEqual(items(2, 1, 0, 0));
});
