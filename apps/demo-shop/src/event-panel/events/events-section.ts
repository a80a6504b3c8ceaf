import { element } from '../../element.ts';
import type { PanelSection } from '../panel-section.ts';
import { placeInOrder } from '../place-in-order.ts';
import { plural } from '../plural.ts';
import type { ChatEvent, ChatEvents } from './chat-events.ts';
import { readChatEvents } from './chat-events.ts';
import { eventRow, gapRow } from './event-row.ts';
import { withGaps } from './sequence-gaps.ts';

const nothingYet =
  'No event of this chat session is in ClickHouse yet. A click arrives within two seconds, a question with its answer.';

/** The span events of the chat session, latest first, with a marker where sequence numbers are missing. */
export function eventsSection(): PanelSection {
  const counts = element('p', { class: 'panel-counts', 'data-testid': 'panel-counts' });
  const list = element('ol', { class: 'events', 'data-testid': 'panel-events' });
  const section = element('div', { class: 'events-view' }, counts, list);
  let shown = '';

  return {
    element: section,
    async refresh(chatSessionId, signal) {
      const events = await readChatEvents(chatSessionId, signal);
      const state = JSON.stringify([chatSessionId, events.total, events.listed.map(({ key }) => key)]);
      if (state === shown) return false;
      shown = state;
      counts.textContent = countsSentence(events);
      placeRows(list, events);
      return true;
    },
    clear() {
      shown = '';
      counts.textContent = '';
      list.replaceChildren();
    },
  };
}

function countsSentence({ listed, total }: ChatEvents): string {
  if (total === 0) return nothingYet;
  const kinds = new Set(listed.map(({ name }) => name)).size;
  const traces = new Set(listed.map(({ traceId }) => traceId)).size;
  const older = total > listed.length ? `, the latest ${listed.length} listed` : '';
  return `${plural(total, 'event')} · ${plural(kinds, 'kind')} · ${plural(traces, 'trace')}${older}`;
}

/** Rows that are there already stay where they are: an opened or focused one does not close. */
function placeRows(list: HTMLOListElement, { listed, total }: ChatEvents): void {
  const before = new Map(
    [...list.querySelectorAll<HTMLElement>(':scope > li')].map((row) => [row.dataset.key, row]),
  );
  const rows = withGaps(listed, listed.length === total).map((item) => {
    const key = 'from' in item ? `gap ${item.from}–${item.to}` : item.key;
    const row = before.get(key) ?? newRow(item);
    row.dataset.key = key;
    return row;
  });
  placeInOrder(list, rows);
}

function newRow(item: ChatEvent | { from: number; to: number }): HTMLLIElement {
  return 'from' in item ? gapRow(item) : eventRow(item);
}
