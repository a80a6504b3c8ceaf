import { chatEventsOf } from './chat-events.ts';
import type { StoredSpan } from './stored-span.ts';

/** Start times are whole milliseconds of two programs' clocks. */
const CLOCK_STEP_NS = 1_000_000n;

/** What cannot be true of the times of a trace, one sentence each. */
export function timeProblems(spans: readonly StoredSpan[]): string[] {
  const byId = new Map(spans.map((span) => [span.spanId, span]));
  return spans.flatMap((span) => {
    const { name, start, end } = span;
    const parent = byId.get(span.parentSpanId);
    const times = chatEventsOf(span).map(({ time }) => time);
    return [
      ...(end < start ? [`${name} ends before it starts`] : []),
      ...(parent && start + CLOCK_STEP_NS < parent.start ? [`${name} starts before its ${parent.name}`] : []),
      ...(times.some((time) => time < start || time > end) ? [`${name} has an event outside of it`] : []),
      ...(times.some((time, index) => time < (times[index - 1] ?? 0n))
        ? [`${name} has events that run backwards`]
        : []),
    ];
  });
}
