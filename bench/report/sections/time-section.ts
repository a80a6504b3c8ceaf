import type { Spread } from '../statistics.ts';
import { figure, table } from '../table.ts';
import type { Section } from './section.ts';

/** Main-thread time of every row. */
export const timeSection: Section<'time'> = {
  title: 'Main-thread time',
  text: ({ rows, eventsInBursts }, labels) =>
    `Microseconds of an event; less what the page took without a peer in the same round: median (least – most) of the rounds. "In all" is the main thread's time from the first event until everything is sent, deferred work included, and "to addEvent" its ratio to that of hand-written addEvent in the same round. "Clock" has waiting for other processes in it, and what else the machine did. Calls: median and 99th percentile, at the session's pace and in bursts of 60 in one task; warm: the mean of a session's calls, each in a task of its own, after 1,500 events. Arrived: of the 60 events of the session and of ${figure(eventsInBursts, 0)} in bursts, in the worst round; a row that leaves events out in bursts is cheaper for it.

${table(
  [
    '',
    'in all, processor',
    'to addEvent',
    'in all, clock',
    'call',
    'call p99',
    'call, warm',
    'call in bursts',
    'p99 in bursts',
    'in all, bursts',
    'arrived',
  ],
  rows.map(({ id, cpu, wall, toAddEvent, coldCall, hotCall, warmCall, burstCpu, arrived }) => [
    labels.get(id) ?? id,
    withRange(cpu),
    `${figure(toAddEvent.median)} ×`,
    withRange(wall),
    figure(coldCall.median, 0),
    figure(coldCall.p99, 0),
    figure(warmCall.median),
    figure(hotCall.median),
    figure(hotCall.p99, 0),
    withRange(burstCpu),
    `${arrived.session}, ${figure(arrived.bursts, 0)}`,
  ]),
)}`,
};

function withRange({ median, min, max }: Spread): string {
  return `${figure(median, 0)} (${figure(min, 0)} – ${figure(max, 0)})`;
}
