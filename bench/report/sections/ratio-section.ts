import { figure, table } from '../table.ts';
import type { Section } from './section.ts';

/** The instrumentation's call, and what it sets off, beside hand-written code. */
export const ratioSection: Section<'ratio'> = {
  title: 'The call beside hand-written code',
  text: ({ pairs, batches, sessionsABatch }) =>
    `Microseconds of an event: medians of ${batches} batches of ${sessionsABatch} sessions each, in turns in one page, on an exporter that does nothing. "Recorded" has in it what the instrumentation's call leaves to a later task. Ratios are of batches that ran one after the other: median (10th – 90th percentile).

${table(
  [
    '',
    'chatspan',
    'recorded',
    'addEvent',
    'same spans by hand',
    'call to addEvent',
    'to the same spans by hand',
    'recorded to addEvent',
    'to the same spans by hand',
  ],
  pairs.map((pair) => [
    `${pair.line === 'otel2' ? 'OTel 2.12' : 'OTel 3.1'}, ${pair.mix === 'session' ? 'whole session' : 'events that begin and end no span'}`,
    ...[pair.chatspan, pair.recorded, pair.addEvent, pair.turnsByHand].map((micros) => figure(micros, 2)),
    ...[pair.toAddEvent, pair.toTurnsByHand, pair.recordedToAddEvent, pair.recordedToTurnsByHand].map(
      ({ median, min, max }) => `${figure(median, 2)} (${figure(min, 2)} – ${figure(max, 2)})`,
    ),
  ]),
)}`,
};
