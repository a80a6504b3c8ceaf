import { element } from '../../element.ts';
import { followMarks } from './event-tooltip.ts';
import type { Trace } from './read-trace.ts';
import { serviceColors } from './service-colors.ts';
import { spanDetails } from './span-details.ts';
import type { SpanNode } from './span-tree.ts';
import { buildSpanTree, findNode, spansOf } from './span-tree.ts';
import { layOutTime } from './time-axis.ts';
import { traceGrid } from './trace-grid.ts';
import { traceHead } from './trace-head.ts';

const keys = 'Select a span to see all of it. Keys: ↑ ↓ for spans, → ← for their events.';

export interface TraceView {
  readonly element: HTMLElement;
  /** Shows a trace; the traces of its chat session are offered when there is more than one. */
  show(trace: Trace, traceIds: readonly string[]): void;
  clear(): void;
}

/**
 * A trace as a waterfall, whole or one span with what is below it, and the details of the selected span.
 * @param jaegerUrl Base URL of Jaeger's pages; without it there is no link.
 * @param onChoose Gets the id of the trace that the reader wants to see.
 */
export function traceView(jaegerUrl: string | undefined, onChoose: (traceId: string) => void): TraceView {
  let trace: Trace | undefined;
  let roots: SpanNode[] = [];
  /** Of the span that is shown without the rest. */
  let zoomedId: string | undefined;

  const details = spanDetails({
    onClose: () => grid.deselect(),
    onZoom: (span) => zoom(span.spanId),
  });
  const grid = traceGrid((span, event) => {
    const isParent = (findNode(roots, span?.spanId)?.children.length ?? 0) > 0;
    details.show(span, { canZoom: isParent && span?.spanId !== zoomedId, event });
  });
  const head = traceHead(jaegerUrl, { onChoose, onWhole: () => zoom(undefined) });
  const hint = element('p', { class: 'trace-hint', id: 'trace-hint' }, keys);
  grid.element.setAttribute('aria-describedby', hint.id);

  function zoom(spanId: string | undefined): void {
    zoomedId = spanId;
    draw();
    grid.deselect();
  }

  function draw(): void {
    if (trace === undefined) return;
    const { spans, total } = trace;
    roots = buildSpanTree(spans);
    const zoomed = findNode(roots, zoomedId);
    const shown = zoomed === undefined ? spans : spansOf(zoomed);
    const axis = layOutTime(shown);
    const colors = serviceColors(spans.map(({ service }) => service));
    const orphanNote = spans.length < total ? 'parent not shown' : 'parent not in ClickHouse yet';
    head.show({ spans: shown, total: zoomed === undefined ? total : shown.length }, axis, colors);
    head.setZoomed(zoomed !== undefined);
    grid.show({ roots: zoomed === undefined ? roots : [zoomed], axis, colors, orphanNote });
  }

  return {
    element: element(
      'div',
      { class: 'trace' },
      head.element,
      grid.element,
      details.element,
      hint,
      followMarks(grid.element),
    ),
    show(next, traceIds) {
      trace = next;
      draw();
      head.offer(traceIds, next.spans[0]?.traceId ?? '');
    },
    clear() {
      trace = undefined;
      zoomedId = undefined;
      grid.clear();
    },
  };
}
