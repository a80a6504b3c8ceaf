import { element } from '../../element.ts';
import type { PanelSection } from '../panel-section.ts';
import { followMarks } from './event-tooltip.ts';
import { readTrace, readTraceIds } from './read-trace.ts';
import { serviceColors } from './service-colors.ts';
import { spanDetails } from './span-details.ts';
import { buildSpanTree } from './span-tree.ts';
import { layOutTime } from './time-axis.ts';
import { traceGrid } from './trace-grid.ts';
import { traceHead } from './trace-head.ts';

const nothingYet =
  'No span of this chat is in ClickHouse yet. A click arrives within two seconds, a question with its answer.';

const keys = 'Select a span to see all of it. Keys: ↑ ↓ for spans, → ← for their events.';

/** The trace of the chat session as a waterfall; the latest one, until the reader chooses another. */
export function traceSection(jaegerUrl: string | undefined): PanelSection {
  const empty = element('p', { class: 'panel-counts' }, nothingYet);
  const details = spanDetails(() => grid.deselect());
  const grid = traceGrid((span, event) => details.show(span, event));
  const head = traceHead(jaegerUrl, (traceId) => {
    chosenId = traceId;
    startOver();
  });
  const hint = element('p', { class: 'trace-hint', id: 'trace-hint' }, keys);
  grid.element.setAttribute('aria-describedby', hint.id);
  const trace = element(
    'div',
    { class: 'trace', hidden: '' },
    head.element,
    grid.element,
    details.element,
    hint,
  );
  const section = element('div', { class: 'trace-view' }, empty, trace, followMarks(grid.element));
  let chosenId: string | undefined;
  let shown = '';
  let shownId: string | undefined;

  function startOver(): void {
    shown = '';
    shownId = undefined;
    grid.clear();
  }

  return {
    element: section,
    async refresh(chatSessionId, signal) {
      const traceIds = await readTraceIds(chatSessionId, signal);
      const traceId = traceIds.find((id) => id === chosenId) ?? traceIds.at(-1);
      trace.hidden = traceId === undefined;
      empty.hidden = traceId !== undefined;
      if (traceId === undefined) return false;

      const found = await readTrace(traceId, signal);
      const state = JSON.stringify([traceIds, traceId, found.total, found.spans.map(({ spanId }) => spanId)]);
      if (state === shown) return false;
      if (traceId !== shownId) startOver();
      shown = state;
      shownId = traceId;

      const { spans, total } = found;
      const axis = layOutTime(spans);
      const colors = serviceColors(spans.map(({ service }) => service));
      const orphanNote = spans.length < total ? 'parent not shown' : 'parent not in ClickHouse yet';
      head.offer(traceIds, traceId);
      head.show(found, axis, colors);
      grid.show({ roots: buildSpanTree(spans), axis, colors, orphanNote });
      return true;
    },
    clear() {
      chosenId = undefined;
      startOver();
    },
  };
}
