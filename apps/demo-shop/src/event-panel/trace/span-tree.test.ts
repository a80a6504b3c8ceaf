import { expect, test } from 'vitest';
import type { SpanNode } from './span-tree.ts';
import { buildSpanTree, findNode, spansOf, visibleRows } from './span-tree.ts';
import { spanOf } from './testing/span-of.ts';

/** One line a row: indented by its level, with a mark on what has no parent yet. */
function drawn(nodes: readonly SpanNode[], collapsed: readonly string[] = []): string[] {
  return visibleRows(nodes, new Set(collapsed)).map(
    ({ span, level, isOrphan }) => `${' '.repeat(level - 1)}${span.spanId}${isOrphan ? ' ?' : ''}`,
  );
}

const root = spanOf({ spanId: 'root', start: 1 });
const activity = spanOf({ spanId: 'activity', parentSpanId: 'root', start: 1, end: 9 });
const turn = spanOf({ spanId: 'turn', parentSpanId: 'activity', start: 2, end: 8 });
const request = spanOf({ spanId: 'request', parentSpanId: 'turn', start: 3, end: 7 });

test('spans are nested by their parents, in whatever order they arrive', () => {
  const nested = ['root', ' activity', '  turn', '   request'];
  expect(drawn(buildSpanTree([root, activity, turn, request]))).toEqual(nested);
  expect(drawn(buildSpanTree([request, turn, activity, root]))).toEqual(nested);
});

test('children stand in the order of their start; of two that start together the longer comes first', () => {
  const spans = [
    spanOf({ spanId: 'last', parentSpanId: 'root', start: 5 }),
    spanOf({ spanId: 'short', parentSpanId: 'root', start: 2, end: 3 }),
    spanOf({ spanId: 'long', parentSpanId: 'root', start: 2, end: 4 }),
    root,
  ];
  expect(drawn(buildSpanTree(spans))).toEqual(['root', ' long', ' short', ' last']);
});

test('a span whose parent is not there yet stands below the root with what belongs to it, and says so', () => {
  expect(drawn(buildSpanTree([root, request, spanOf({ spanId: 'agent', parentSpanId: 'request' })]))).toEqual(
    ['root', ' request ?', '  agent'],
  );
});

test('when the parent comes, the orphan moves to it', () => {
  expect(drawn(buildSpanTree([root, request, turn]))).toEqual(['root', ' turn ?', '  request']);
});

test('without a root each orphan stands alone', () => {
  expect(drawn(buildSpanTree([turn, request]))).toEqual(['turn ?', ' request']);
});

test('spans that would be their own ancestors are shown all the same, each once', () => {
  const own = spanOf({ spanId: 'own', parentSpanId: 'own', start: 4 });
  const one = spanOf({ spanId: 'one', parentSpanId: 'two', start: 2 });
  const two = spanOf({ spanId: 'two', parentSpanId: 'one', start: 3 });
  expect(drawn(buildSpanTree([root, own, two, one]))).toEqual(['root', ' two ?', '  one', ' own ?']);
});

test('what is below a collapsed row is not visible', () => {
  expect(drawn(buildSpanTree([root, activity, turn, request]), ['activity'])).toEqual(['root', ' activity']);
});

test('a row knows its level, its place among its siblings, and whether it is expanded', () => {
  const second = spanOf({ spanId: 'second', parentSpanId: 'root', start: 5 });
  const rows = visibleRows(buildSpanTree([root, activity, turn, second]), new Set(['activity']));
  expect(
    rows.map(({ level, position, siblings, isExpanded }) => [level, position, siblings, isExpanded]),
  ).toEqual([
    [1, 1, 1, true],
    [2, 1, 2, false],
    [2, 2, 2, false],
  ]);
});

test('a node is found with everything below it, and with nothing else', () => {
  const second = spanOf({ spanId: 'second', parentSpanId: 'root', start: 5 });
  const tree = buildSpanTree([root, activity, turn, request, second]);
  const found = findNode(tree, 'turn');
  expect(found && spansOf(found).map(({ spanId }) => spanId)).toEqual(['turn', 'request']);
  expect([findNode(tree, 'other'), findNode(tree, undefined)]).toEqual([undefined, undefined]);
});
