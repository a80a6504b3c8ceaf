import { figure, table } from '../table.ts';
import type { Section } from './section.ts';

/** Bytes and requests. */
export const wireSection: Section<'wire'> = {
  title: 'Bytes and requests of a session',
  text: ({ rows }, labels) =>
    `A session at its pace; two seconds later the page is left. Bodies as sent, without headers; events of 60; medians of three sessions. A peer that sends when its timer fires makes more requests at a slower pace, and one that sends each event at once does not.

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
};
