import type { Span } from '@opentelemetry/api';

// Ids, times, scope and our own attributes.
const SPAN_OVERHEAD_BYTES = 1_000;

/** A span that takes events, and what it holds so far. */
export interface OpenSpan {
  readonly span: Span;
  /** Epoch milliseconds. */
  readonly startedAt: number;
  /** Time of the last thing that happened in it; epoch milliseconds, never running backwards. */
  lastAt: number;
  /** Estimated size in OTLP JSON. */
  bytes: number;
  events: number;
  /** The widget's configuration, when it is on the span. */
  config: string | undefined;
}

/** A span that has just been started. */
export function openSpan(span: Span, now: number): OpenSpan {
  return { span, startedAt: now, lastAt: now, bytes: SPAN_OVERHEAD_BYTES, events: 0, config: undefined };
}

// Jaeger warns of a span without a length.
const SHORTEST_MILLIS = 1;

/** When a span ends that is to end at `at`: not before its last event, and never as soon as it starts. */
export function endOf({ startedAt, lastAt }: OpenSpan, at: number, shortest = SHORTEST_MILLIS): number {
  return Math.max(at, lastAt, startedAt + shortest);
}
