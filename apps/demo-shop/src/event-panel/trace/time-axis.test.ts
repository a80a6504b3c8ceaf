import { expect, test } from 'vitest';
import { eventAt, spanOf } from './testing/span-of.ts';
import type { TimeAxis } from './time-axis.ts';
import { layOutTime } from './time-axis.ts';

const stretches = (axis: TimeAxis) =>
  axis.stretches.map(({ from, to, left, right, isCut }) => [
    isCut ? 'cut' : 'busy',
    from,
    to,
    Number(left.toFixed(3)),
    Number(right.toFixed(3)),
  ]);
const at = (axis: TimeAxis, time: number) => Number(axis.position(time).toFixed(3));

const turn = (spanId: string, start: number, end: number) =>
  spanOf({ spanId, name: 'shopping_chat.turn', start, end });
const activity = (spanId: string, start: number, end: number, ...events: number[]) =>
  spanOf({
    spanId,
    name: 'shopping_chat.activity',
    start,
    end,
    events: events.map((time) => eventAt(time)),
  });

test('time in which something happens is shown as it was', () => {
  const axis = layOutTime([turn('a', 1000, 5000)]);
  expect(stretches(axis)).toEqual([['busy', 1000, 5000, 0, 1]]);
  expect([1000, 2000, 5000].map((time) => at(axis, time))).toEqual([0, 0.25, 1]);
});

test('idle time up to 400 ms is shown as it was, longer is cut to 3 percent of the width', () => {
  expect(stretches(layOutTime([turn('a', 0, 1000), turn('b', 1400, 2400)]))).toEqual([
    ['busy', 0, 2400, 0, 1],
  ]);
  expect(stretches(layOutTime([turn('a', 0, 1000), turn('b', 1401, 2401)]))).toEqual([
    ['busy', 0, 1000, 0, 0.485],
    ['cut', 1000, 1401, 0.485, 0.515],
    ['busy', 1401, 2401, 0.515, 1],
  ]);
});

test('a model that takes its time is not idle', () => {
  const model = spanOf({ spanId: 'm', name: 'chat mock-shop-1', start: 100, end: 60_100 });
  expect(stretches(layOutTime([turn('a', 0, 60_200), model]))).toEqual([['busy', 0, 60_200, 0, 1]]);
});

test('an activity is idle between its events: it only holds what happens', () => {
  expect(stretches(layOutTime([activity('a', 0, 60_000, 0, 200, 30_000)]))).toEqual([
    ['busy', 0, 200, 0, 0.91],
    ['cut', 200, 30_000, 0.91, 0.94],
    ['busy', 30_000, 30_000, 0.94, 0.955],
    ['cut', 30_000, 60_000, 0.955, 0.985],
    ['busy', 60_000, 60_000, 0.985, 1],
  ]);
});

test('within a cut, time goes on in proportion', () => {
  const axis = layOutTime([turn('a', 0, 1000), turn('b', 3000, 4000)]);
  expect([1000, 2000, 3000].map((time) => at(axis, time))).toEqual([0.485, 0.5, 0.515]);
});

test('all cuts together take no more than 24 percent', () => {
  const axis = layOutTime(Array.from({ length: 13 }, (_, i) => turn(`t${i}`, i * 10_000, i * 10_000 + 1000)));
  const cuts = axis.stretches.filter(({ isCut }) => isCut);
  expect(cuts.length).toBe(12);
  expect(cuts.reduce((sum, { left, right }) => sum + right - left, 0)).toBeCloseTo(0.24, 10);
});

test('a single moment, and no span at all, have a place', () => {
  expect(at(layOutTime([activity('a', 5, 5)]), 5)).toBe(0);
  expect(at(layOutTime([]), 5)).toBe(0);
});

test('times before and after all spans are at the ends', () => {
  const axis = layOutTime([turn('a', 1000, 2000)]);
  expect([at(axis, 0), at(axis, 3000)]).toEqual([0, 1]);
});
