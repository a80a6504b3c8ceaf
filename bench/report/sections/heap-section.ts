import { figure, table } from '../table.ts';
import type { Section } from './section.ts';

/** What stays in memory. */
export const heapSection: Section<'heap'> = {
  title: 'Memory after many events',
  text: ({ rows }, labels) =>
    `Growth of the JavaScript heap after garbage collection, six seconds after the last of the events, less that of a page without a peer. Fewer events: the peer did not finish them in a minute. "Crashed": its page crashed before the end.

${table(
  ['', 'events', 'kB'],
  rows.map(({ id, events, growth }) => [
    labels.get(id) ?? id,
    figure(events, 0),
    growth === null ? 'crashed' : figure(growth / 1_000, 0),
  ]),
)}`,
};
