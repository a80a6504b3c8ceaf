import type { Span } from './span.ts';

export interface SpanNode {
  readonly span: Span;
  /** By start, and so in the order in which things began. */
  readonly children: SpanNode[];
  /** It names a parent that is not among the spans: it stands below the root, or alone, until the parent comes. */
  readonly isOrphan: boolean;
}

/** A node with what a tree has to say about its place; levels and positions count from 1. */
export interface SpanRow extends SpanNode {
  readonly level: number;
  readonly position: number;
  readonly siblings: number;
  readonly isExpanded: boolean;
}

/** Nests spans by their parents. A span that would be its own ancestor counts as an orphan: each one is shown, once. */
export function buildSpanTree(spans: readonly Span[]): SpanNode[] {
  const byId = new Map(spans.map((span) => [span.spanId, span]));
  const orphans = new Set(spans.filter((span) => span.parentSpanId !== '' && !byId.has(span.parentSpanId)));
  for (const span of spans) if (isOnCircle(span, byId, orphans)) orphans.add(span);

  const inOrder = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
  const nodes = new Map(
    inOrder.map((span) => [span.spanId, { span, children: [], isOrphan: orphans.has(span) } as SpanNode]),
  );
  const roots = [...nodes.values()].filter(({ span }) => span.parentSpanId === '');
  for (const node of nodes.values()) {
    if (node.span.parentSpanId === '') continue;
    const parent = node.isOrphan ? roots[0] : nodes.get(node.span.parentSpanId);
    if (parent === undefined) roots.push(node);
    else parent.children.push(node);
  }
  return roots;
}

/** Whether the way up from a span comes back to it, past none that is known to be an orphan. */
function isOnCircle(span: Span, byId: ReadonlyMap<string, Span>, orphans: ReadonlySet<Span>): boolean {
  const passed = new Set<Span>();
  for (let at = byId.get(span.parentSpanId); at !== undefined; at = byId.get(at.parentSpanId)) {
    if (at === span) return true;
    if (orphans.has(at) || passed.has(at)) return false;
    passed.add(at);
  }
  return false;
}

/** The rows that are to be seen, from top to bottom. */
export function visibleRows(
  nodes: readonly SpanNode[],
  collapsed: ReadonlySet<string>,
  level = 1,
): SpanRow[] {
  return nodes.flatMap((node, i) => {
    const isExpanded = node.children.length > 0 && !collapsed.has(node.span.spanId);
    const row = { ...node, level, position: i + 1, siblings: nodes.length, isExpanded };
    return isExpanded ? [row, ...visibleRows(node.children, collapsed, level + 1)] : [row];
  });
}

export function findNode(nodes: readonly SpanNode[], spanId: string | undefined): SpanNode | undefined {
  for (const node of nodes) {
    const found = node.span.spanId === spanId ? node : findNode(node.children, spanId);
    if (found) return found;
  }
  return undefined;
}

/** The span of a node and those of everything below it. */
export function spansOf({ span, children }: SpanNode): Span[] {
  return [span, ...children.flatMap(spansOf)];
}
