import { figure, table } from '../table.ts';
import type { Section } from './section.ts';

/** Where the instrumentation's time goes. */
export const profileSection: Section<'profile'> = {
  title: "Where the instrumentation's time goes",
  text: ({ functions, events }) =>
    `CPU profile of the instrumentation with the standard exporter on OpenTelemetry 2.12 over ${figure(events, 0)} events in bursts; own time of a function, microseconds of an event. The page's own work is in it.

${table(
  ['', 'module', 'µs'],
  functions.map(({ name, module, micros }) => [`\`${name}\``, module, figure(micros, 2)]),
  2,
)}`,
};
