import { element } from '../../element.ts';
import type { PanelSection } from '../panel-section.ts';
import { readTrace, readTraceIds } from './read-trace.ts';
import { traceView } from './trace-view.ts';

const nothingYet =
  'No span of this chat is in ClickHouse yet. A click arrives within two seconds, a question with its answer.';

/** The trace of the chat session; the latest one, until the reader chooses another. */
export function traceSection(jaegerUrl: string | undefined): PanelSection {
  const empty = element('p', { class: 'panel-counts' }, nothingYet);
  const view = traceView(jaegerUrl, (traceId) => {
    chosenId = traceId;
    startOver();
  });
  view.element.hidden = true;
  let chosenId: string | undefined;
  let shown = '';
  let shownId: string | undefined;

  function startOver(): void {
    shown = '';
    shownId = undefined;
    view.clear();
  }

  return {
    element: element('div', { class: 'trace-view' }, empty, view.element),
    async refresh(chatSessionId, signal) {
      const traceIds = await readTraceIds(chatSessionId, signal);
      const traceId = traceIds.find((id) => id === chosenId) ?? traceIds.at(-1);
      view.element.hidden = traceId === undefined;
      empty.hidden = traceId !== undefined;
      if (traceId === undefined) return false;

      const trace = await readTrace(traceId, signal);
      const state = JSON.stringify([traceIds, traceId, trace.total, trace.spans.map(({ spanId }) => spanId)]);
      if (state === shown) return false;
      if (traceId !== shownId) startOver();
      shown = state;
      shownId = traceId;
      view.show(trace, traceIds);
      return true;
    },
    clear() {
      chosenId = undefined;
      startOver();
    },
  };
}
