import { figure, table } from '../table.ts';
import type { Section } from './section.ts';

/** The plugin's call beside hand-written code. */
export const ratioSection: Section<'ratio'> = {
  title: 'The call beside hand-written code',
  text: ({ pairs, batches, sessionsABatch }) =>
    `Microseconds of an event: medians of ${batches} batches of ${sessionsABatch} sessions each, in turns in one page, on an exporter that does nothing. Ratios are of batches that ran one after the other: median (10th – 90th percentile).

${table(
  ['', 'chatspan', 'addEvent', 'same spans by hand', 'to addEvent', 'to the same spans by hand'],
  pairs.map(({ line, mix, chatspan, addEvent, turnsByHand, toAddEvent, toTurnsByHand }) => [
    `${line === 'otel2' ? 'OTel 2.12' : 'OTel 3.1'}, ${mix === 'session' ? 'whole session' : 'events that begin and end no span'}`,
    ...[chatspan, addEvent, turnsByHand].map((micros) => figure(micros, 2)),
    ...[toAddEvent, toTurnsByHand].map(
      ({ median, min, max }) => `${figure(median, 2)} (${figure(min, 2)} – ${figure(max, 2)})`,
    ),
  ]),
)}`,
};
