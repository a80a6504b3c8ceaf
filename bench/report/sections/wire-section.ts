import { figure, table } from '../table.ts';
import type { Section } from './section.ts';

/** Bytes and requests. */
export const wireSection: Section<'wire'> = {
  title: 'Bytes and requests of a session',
  text: ({ paces }, labels) =>
    `A session; two seconds after its last event the page is left. Bodies as sent, without headers; events of 60. Medians of three sessions at the first pace, one session at the second.

${paces
  .map(
    ({ pace, rows }) => `An event every ${figure(pace, 0)} ms:

${table(
  ['', 'bytes an event', 'bytes', 'requests', 'preflights', 'events arrived'],
  rows.map(({ id, bytes, arrived, requests, preflights }) => [
    labels.get(id) ?? id,
    figure(bytes / arrived, 0),
    figure(bytes, 0),
    figure(requests, 0),
    figure(preflights, 0),
    figure(arrived, 0),
  ]),
)}`,
  )
  .join('\n\n')}`,
};
