import { expect, test } from 'vitest';
import { groupMarks } from './mark-groups.ts';
import { eventAt, spanOf } from './testing/span-of.ts';
import { layOutTime } from './time-axis.ts';

const axis = layOutTime([spanOf({ spanId: 'a', start: 0, end: 1000 })]);
const groups = (...times: number[]) =>
  groupMarks(
    times.map((time) => eventAt(time)),
    axis,
  ).map(({ position, events }) => [position, events.map(({ time }) => time)]);

test('events that are apart have a mark each', () => {
  expect(groups(100, 140, 900)).toEqual([
    [0.1, [100]],
    [0.14, [140]],
    [0.9, [900]],
  ]);
});

test('events next to each other share a mark, at the place of the first, in the order of their time', () => {
  expect(groups(139, 100, 120)).toEqual([[0.1, [100, 120, 139]]]);
});

test('a group does not grow on and on: what is too far from its first event begins another', () => {
  expect(groups(100, 130, 160)).toEqual([
    [0.1, [100, 130]],
    [0.16, [160]],
  ]);
});
