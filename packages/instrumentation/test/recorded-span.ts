import type { Attributes, HrTime, SpanContext } from '@opentelemetry/api';

/** A finished span as tests look at it, whichever SDK line or exporter it came from. */
export interface RecordedSpan {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId: string | undefined;
  readonly attributes: Attributes;
  readonly events: readonly RecordedEvent[];
  readonly links: readonly { readonly traceId: string; readonly spanId: string }[];
  /** Epoch milliseconds. */
  readonly startMs: number;
  readonly endMs: number;
  /** SpanStatusCode: 0 unset, 1 ok, 2 error. */
  readonly statusCode: number;
  readonly statusMessage: string | undefined;
}

/** An event as span event or log record. */
export interface RecordedEvent {
  readonly name: string;
  readonly attributes: Attributes;
  readonly timeMs: number;
}

/** The part of an SDK's finished span that is the same in both lines. */
export interface FinishedSpan {
  readonly name: string;
  readonly attributes: Attributes;
  readonly startTime: HrTime;
  readonly endTime: HrTime;
  readonly status: { readonly code: number; readonly message?: string };
  readonly parentSpanContext?: SpanContext;
  readonly events: readonly {
    readonly name: string;
    readonly time: HrTime;
    readonly attributes?: Attributes;
  }[];
  readonly links: readonly { readonly context: SpanContext }[];
  spanContext(): SpanContext;
}

/** A finished span of the SDK as tests look at it. */
export function toRecordedSpan(span: FinishedSpan): RecordedSpan {
  const { traceId, spanId } = span.spanContext();
  return {
    name: span.name,
    traceId,
    spanId,
    parentSpanId: span.parentSpanContext?.spanId,
    attributes: span.attributes,
    events: span.events.map(({ name, time, attributes = {} }) => ({ name, attributes, timeMs: toMs(time) })),
    links: span.links.map(({ context }) => ({ traceId: context.traceId, spanId: context.spanId })),
    startMs: toMs(span.startTime),
    endMs: toMs(span.endTime),
    statusCode: span.status.code,
    statusMessage: span.status.message,
  };
}

/** Seconds and nanoseconds as epoch milliseconds. */
export function toMs([seconds, nanos]: HrTime): number {
  return seconds * 1e3 + nanos / 1e6;
}
