import type { Attributes, Context, HrTime, Link, Span, Tracer } from '@opentelemetry/api';
import { INVALID_SPANID, ROOT_CONTEXT, trace } from '@opentelemetry/api';
import { safely } from '../guard/guard.ts';
import type { ReportProblem } from '../public/problems.ts';
import type { EventSink } from '../public/types.ts';
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

/** Where to begin a span. */
export interface SpanStart {
  readonly name: string;
  /** Epoch milliseconds. */
  readonly time: number;
  readonly attributes: Attributes;
  /** Without a parent the span is the root of a new trace. */
  readonly parent?: Context | undefined;
  readonly links?: Link[] | undefined;
}

/**
 * The one place that writes to OpenTelemetry. Nothing here throws: processors and exporters are the page's code, and
 * neither the page nor the state of the chat may depend on what they do.
 */
export interface Recorder {
  /** A started span, of kind INTERNAL; `undefined` as long as the page has registered no tracer provider. */
  startSpan(start: SpanStart): Span | undefined;
  addEvent(span: Span, name: string, attributes: Attributes, time: number): void;
  /** Ends a span with its last facts. */
  endSpan(span: Span, attributes: Attributes, time: number): void;
  /** What a hook of the page returns; `undefined` when it throws, which is reported. */
  ask<T>(hook: () => T): T | undefined;
  /** Asks the tracer provider to export what has ended, where it can. */
  flush(): void;
}

/** A recorder that asks for tracer, logger and provider each time: a page may register them later. */
export function createRecorder(
  getTracer: () => Tracer,
  getLogger: () => EventLogger,
  flush: () => void,
  sink: EventSink,
  report: ReportProblem,
): Recorder {
  const ask = <T>(work: () => T): T | undefined => safely(report, 'not_recorded', work);
  return {
    ask,
    startSpan({ name, time: startTime, attributes, parent = ROOT_CONTEXT, links = [] }) {
      const options = { startTime, attributes: definedValues(attributes), links };
      const span = ask(() => getTracer().startSpan(name, options, parent));
      if (!span) return undefined;
      const { spanId } = span.spanContext();
      // Without a provider the API gives an invalid context, or that of the parent.
      const real = spanId !== INVALID_SPANID && spanId !== trace.getSpanContext(parent)?.spanId;
      return real ? span : undefined;
    },
    addEvent(span, name, attributes, time) {
      if (sink !== 'logs') span.addEvent(name, attributes, toHrTime(time));
      if (sink === 'span_events') return;
      const context = trace.setSpan(ROOT_CONTEXT, span);
      const record = { eventName: name, timestamp: time, severityNumber: INFO, attributes, context };
      ask(() => getLogger().emit(record));
    },
    endSpan(span, attributes, time) {
      ask(() => {
        span.setAttributes(definedValues(attributes));
        span.end(time);
      });
    },
    flush() {
      safely(report, 'flush_failed', flush);
    },
  };
}

/** The SDK compares a time in milliseconds with the page's clock, which costs as much as mapping an event. */
function toHrTime(milliseconds: number): HrTime {
  return [Math.floor(milliseconds / 1_000), Math.floor(milliseconds % 1_000) * 1e6];
}
