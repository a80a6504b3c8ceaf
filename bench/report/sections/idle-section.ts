import { figure, table } from '../table.ts';
import type { Section } from './section.ts';

/** What runs while nobody does anything. */
export const idleSection: Section<'idle'> = {
  title: 'While nobody does anything',
  text: ({ rows }, labels) =>
    `From ten seconds after three events. Wake-ups: callbacks of timers, animation frames and idle periods. Main thread: on the processor, less that of a page without a peer.

${table(
  ['', 'wake-ups', 'requests', 'main thread, ms'],
  rows.map(({ id, wakeUps, requests, cpu }) => [
    labels.get(id) ?? id,
    figure(wakeUps, 0),
    figure(requests, 0),
    figure(cpu),
  ]),
)}`,
};
