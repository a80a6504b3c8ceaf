import { element } from '../../element.ts';
import { clockTime } from '../clock-time.ts';
import { definitionList } from '../definition-list.ts';
import { dottedName } from '../dotted-name.ts';
import type { ChatEvent } from './chat-events.ts';
import type { SequenceGap } from './sequence-gaps.ts';

/** As many attributes as a row shows before it is opened. */
const chipsShown = 3;
/** Columns that most events have: what sets an event apart is shown before them. */
const commonColumns = /^(widget_|conversation_|experiment_|config$)/;

/** A row that opens on click or Enter: time, name, sequence number; inside, every attribute. */
export function eventRow(event: ChatEvent): HTMLLIElement {
  const own = [...event.attributes].filter(([name]) => !commonColumns.test(name));
  const chips = (own.length > 0 ? own : [...event.attributes]).slice(0, chipsShown);
  return element(
    'li',
    {
      class: 'event',
      'data-testid': 'panel-event',
      'data-event-name': event.name,
      'data-span': event.origin.get('span_name'),
    },
    element(
      'details',
      {},
      element(
        'summary',
        {},
        element('time', { datetime: event.time.toISOString() }, clockTime(event.time)),
        dottedName(event.name),
        element('span', { class: 'seq', title: 'Sequence number in the chat session' }, String(event.seq)),
        chips.length === 0
          ? undefined
          : element('span', { class: 'event-chips' }, ...chips.map(([name, value]) => chip(name, value))),
      ),
      definitionList(event.attributes, 'attributes'),
      definitionList(event.origin, 'attributes event-origin'),
    ),
  );
}

export function gapRow({ from, to }: SequenceGap): HTMLLIElement {
  const sentence =
    from === to
      ? `Event ${from} is not in ClickHouse yet.`
      : `Events ${from} to ${to} are not in ClickHouse yet.`;
  return element('li', { class: 'event-gap', 'data-testid': 'panel-gap' }, sentence);
}

function chip(name: string, value: string): HTMLElement {
  return element('span', {}, element('i', {}, name), ' ', value);
}
