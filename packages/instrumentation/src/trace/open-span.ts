import { ATTR_SHOPPING_CHAT_CONFIG, ATTR_SHOPPING_CHAT_EVENT_SEQ } from '@chatspan/semantic-conventions';
import type { Attributes, Span } from '@opentelemetry/api';
import { jsonBytes } from '../mapping/attribute-value.ts';
import type { MappedEvent } from '../mapping/event-mapping.ts';
import type { Recorder } from './recorder.ts';

// Ids, times, scope and our own attributes.
const SPAN_OVERHEAD_BYTES = 1_000;

/** A span that takes events: what it holds so far. */
export interface OpenSpan {
  readonly span: Span;
  /** Epoch milliseconds. */
  readonly startedAt: number;
  /** Time of the last thing that happened in it; epoch milliseconds, never running backwards. */
  lastAt: number;
  /** Estimated size in OTLP JSON. */
  bytes: number;
  events: number;
  config: string | undefined;
}

/** A span that has just been started. */
export function openSpan(span: Span, now: number): OpenSpan {
  return { span, startedAt: now, lastAt: now, bytes: SPAN_OVERHEAD_BYTES, events: 0, config: undefined };
}

/** Writes an event into a span, under its number in the chat session. */
export function writeEvent(
  open: OpenSpan,
  event: MappedEvent,
  seq: number,
  now: number,
  recorder: Recorder,
): void {
  const { attributes, config } = event;
  if (now > open.lastAt) open.lastAt = now;
  attributes[ATTR_SHOPPING_CHAT_EVENT_SEQ] = seq;
  open.bytes += event.bytes;
  if (config !== undefined && config !== open.config) {
    open.bytes += jsonBytes(config);
    if (open.config === undefined) open.span.setAttribute(ATTR_SHOPPING_CHAT_CONFIG, config);
    else attributes[ATTR_SHOPPING_CHAT_CONFIG] = config;
    open.config ??= config;
  }
  recorder.addEvent(open.span, event.name, attributes, open.lastAt);
  open.events += 1;
}

/** Ends a span with its last facts, at the given time or that of its last event, whichever is later. */
export function closeSpan(open: OpenSpan, attributes: Attributes, now: number, recorder: Recorder): void {
  recorder.endSpan(open.span, attributes, Math.max(open.lastAt, now));
}
