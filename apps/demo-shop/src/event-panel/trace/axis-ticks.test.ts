import { expect, test } from 'vitest';
import { axisTicks } from './axis-ticks.ts';
import { spanOf } from './testing/span-of.ts';
import { layOutTime } from './time-axis.ts';

const spans = (...times: [number, number][]) =>
  times.map(([start, end], i) => spanOf({ spanId: `s${i}`, start, end }));
const ticks = (widthPx: number, ...times: [number, number][]) =>
  axisTicks(layOutTime(spans(...times)), widthPx).map(({ position, label }) => [
    label,
    Number(position.toFixed(3)),
  ]);

test('ticks are round times since the first span began, none at the very end', () => {
  expect(ticks(500, [10_000, 11_010])).toEqual([
    ['0 ms', 0],
    ['200 ms', 0.198],
    ['400 ms', 0.396],
    ['600 ms', 0.594],
    ['800 ms', 0.792],
  ]);
});

test('a narrow axis has fewer', () => {
  expect(ticks(200, [10_000, 11_000])).toEqual([
    ['0 ms', 0],
    ['500 ms', 0.5],
  ]);
});

test('after a cut the axis goes on with its own time', () => {
  expect(ticks(500, [0, 1000], [61_240, 62_240])).toEqual([
    ['0 ms', 0],
    ['500 ms', 0.242],
    ['1 min 1 s', 0.515],
    ['1 min 2 s', 0.884],
  ]);
});

test('a moment has one tick', () => {
  expect(ticks(500, [7, 7])).toEqual([['0 ms', 0]]);
});
