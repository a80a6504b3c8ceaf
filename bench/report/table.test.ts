import { expect, test } from 'vitest';
import { figure, table } from './table.ts';

test('figures stand to the right of what they are of', () => {
  expect(table(['row', 'bytes'], [['faro', '495']])).toBe('| row | bytes |\n| --- | --: |\n| faro | 495 |');
});

test('large figures have no fraction and small ones do', () => {
  expect([figure(12_345.6), figure(1.26), figure(0.004, 2), figure(Number.NaN)]).toEqual([
    '12,346',
    '1.3',
    '0.00',
    '–',
  ]);
});
