import { expect, test } from 'vitest';
import { gridMove } from './grid-keys.ts';
import { buildSpanTree, visibleRows } from './span-tree.ts';
import { spanOf } from './testing/span-of.ts';

const tree = buildSpanTree([
  spanOf({ spanId: 'root' }),
  spanOf({ spanId: 'turn', parentSpanId: 'root', start: 1 }),
  spanOf({ spanId: 'request', parentSpanId: 'turn', start: 2 }),
  spanOf({ spanId: 'last', parentSpanId: 'root', start: 3 }),
]);
const open = visibleRows(tree, new Set());
const closed = visibleRows(tree, new Set(['turn']));
const move = (key: string, index: number, mark?: number, rows = open) => gridMove(key, rows, index, mark, 2);
const row = (index: number) => ({ kind: 'row', index });
const mark = (index: number) => ({ kind: 'mark', index });

test('up and down go from row to row and stop at the ends', () => {
  expect([move('ArrowDown', 1), move('ArrowUp', 1)]).toEqual([row(2), row(0)]);
  expect([move('ArrowUp', 0), move('ArrowDown', 3)]).toEqual([undefined, undefined]);
});

test('Home and End go to the first and the last row', () => {
  expect([move('Home', 2), move('End', 0)]).toEqual([row(0), row(3)]);
});

test('right expands a collapsed row, and else goes through its events', () => {
  expect(move('ArrowRight', 1, undefined, closed)).toEqual({ kind: 'expand' });
  expect([move('ArrowRight', 1), move('ArrowRight', 1, 0), move('ArrowRight', 1, 1)]).toEqual([
    mark(0),
    mark(1),
    undefined,
  ]);
});

test('left goes back through the events to the row, collapses it, and then goes to its parent', () => {
  expect([move('ArrowLeft', 1, 1), move('ArrowLeft', 1, 0)]).toEqual([mark(0), row(1)]);
  expect(move('ArrowLeft', 1)).toEqual({ kind: 'collapse' });
  expect(move('ArrowLeft', 1, undefined, closed)).toEqual(row(0));
  expect([move('ArrowLeft', 2), move('ArrowLeft', 3)]).toEqual([row(1), row(0)]);
});

test('down leaves the events of a row', () => {
  expect(move('ArrowDown', 1, 1)).toEqual(row(2));
});

test('Enter and Space select; other keys are left to the page', () => {
  expect([move('Enter', 1), move(' ', 1)]).toEqual([{ kind: 'select' }, { kind: 'select' }]);
  expect([move('Tab', 1), move('a', 1), move('ArrowDown', -1)]).toEqual([undefined, undefined, undefined]);
});
