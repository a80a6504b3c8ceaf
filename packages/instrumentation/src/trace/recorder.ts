import type { Attributes, Context, HrTime, Link, Span, Tracer } from '@opentelemetry/api';
import { INVALID_SPANID, ROOT_CONTEXT, SpanStatusCode, trace } from '@opentelemetry/api';
import { reportThrown, safely } from '../guard/guard.ts';
import type { EventSink } from '../public/config.ts';
import type { ReportProblem } from '../public/problems.ts';
import { definedValues } from '../settings/defined-values.ts';

// SeverityNumber.INFO: https://opentelemetry.io/docs/specs/otel/logs/data-model/#field-severitynumber
const INFO = 9;

/** The part of a logger that is the same in both lines of the API. */
export interface EventLogger {
  emit(record: {
    eventName: string;
    timestamp: number;
    severityNumber: number;
    attributes: Record<string, unknown>;
    context: Context;
  }): void;
}

/** How a span starts. */
export interface SpanStart {
  readonly name: string;
  /** Epoch milliseconds. */
  readonly time: number;
  readonly attributes: Attributes;
  /** Without a parent the span is the root of a new trace. */
  readonly parent?: Context | undefined;
  readonly links?: Link[] | undefined;
}

/** An event, in whichever form it is written. */
export interface EventRecord {
  readonly name: string;
  /** Epoch milliseconds. */
  readonly time: number;
  readonly attributes: Attributes;
  /** What only a log-based event carries: it is read without its span. */
  readonly logAttributes: Attributes;
}

/** How a span ends. */
export interface SpanEnd {
  /** Epoch milliseconds. */
  readonly time: number;
  readonly attributes: Attributes;
  /** Class of the error that it ended with: its status message, which backends list. */
  readonly error?: string | undefined;
  /** Called just before the end, after the attributes are set. */
  readonly customize?: () => void;
}

/**
 * The one place that writes to OpenTelemetry. Nothing here throws: processors and exporters are the page's code, and
 * neither the page nor the state of the chat may depend on what they do.
 */
export interface Recorder {
  /** A started span, of kind INTERNAL; `undefined` as long as the page has registered no tracer provider. */
  startSpan(start: SpanStart): Span | undefined;
  setAttributes(span: Span, attributes: Attributes): void;
  addEvent(span: Span, event: EventRecord): void;
  endSpan(span: Span, end: SpanEnd): void;
  /** Asks the tracer provider to export what has ended. `undefined` where it cannot, or does not say when it has. */
  flush(): Promise<void> | undefined;
}

/** Where a recorder writes to. Asked each time: a page may register its providers later. */
export interface RecorderTargets {
  tracer(): Tracer;
  logger(): EventLogger;
  flush(): Promise<unknown> | undefined;
  sink(): EventSink;
}

/** A recorder for these targets. */
export function createRecorder(targets: RecorderTargets, report: ReportProblem): Recorder {
  const write = <T>(work: () => T): T | undefined => safely(report, 'not_recorded', work);
  return {
    startSpan({ name, time: startTime, attributes, parent = ROOT_CONTEXT, links = [] }) {
      const options = { startTime, attributes: definedValues(attributes), links };
      const span = write(() => targets.tracer().startSpan(name, options, parent));
      if (!span) return undefined;
      const { spanId } = span.spanContext();
      // Without a provider the API returns an invalid context, or that of the parent.
      const isReal = spanId !== INVALID_SPANID && spanId !== trace.getSpanContext(parent)?.spanId;
      return isReal ? span : undefined;
    },
    setAttributes(span, attributes) {
      write(() => span.setAttributes(attributes));
    },
    addEvent(span, { name, time, attributes, logAttributes }) {
      const sink = targets.sink();
      if (sink !== 'logs') write(() => span.addEvent(name, attributes, toHrTime(time)));
      if (sink === 'span_events') return;
      const record = {
        eventName: name,
        timestamp: time,
        severityNumber: INFO,
        attributes: { ...logAttributes, ...attributes },
        context: trace.setSpan(ROOT_CONTEXT, span),
      };
      write(() => targets.logger().emit(record));
    },
    endSpan(span, { time, attributes, error: message, customize }) {
      if (message !== undefined) write(() => span.setStatus({ code: SpanStatusCode.ERROR, message }));
      write(() => span.setAttributes(definedValues(attributes)));
      customize?.();
      write(() => span.end(time));
    },
    flush() {
      const flushed = safely(report, 'flush_failed', () => targets.flush());
      const onError = (error: unknown) => reportThrown(report, 'flush_failed', error);
      return (
        flushed && safely(report, 'flush_failed', () => Promise.resolve(flushed).then(() => {}, onError))
      );
    },
  };
}

/** The SDK compares a time in milliseconds with the page's clock, which costs as much as mapping an event. */
function toHrTime(milliseconds: number): HrTime {
  return [Math.floor(milliseconds / 1_000), Math.floor(milliseconds % 1_000) * 1e6];
}
