import type { Attributes, HrTime, SpanContext } from '@opentelemetry/api';
import type { FinishedSpan, RecordedSpan } from './recorded-span.ts';
import { toMs, toRecordedSpan } from './recorded-span.ts';
import type { RecordedLog, TracingOptions } from './tracing.ts';

interface EmittedLog {
  readonly eventName?: string;
  readonly hrTime: HrTime;
  readonly severityNumber?: number;
  readonly attributes: unknown;
  readonly spanContext?: SpanContext;
  readonly instrumentationScope: { readonly schemaUrl?: string };
}

/** Processors for spans and log records that keep what they get; they fit both SDK lines. */
export function collect(onSpan: TracingOptions['onSpan']) {
  const spans: RecordedSpan[] = [];
  const logs: RecordedLog[] = [];
  const collected = { spans, logs, flushes: 0 };
  const forceFlush = async () => {
    collected.flushes += 1;
  };
  const shutdown = async () => {};
  return {
    collected,
    spanProcessor: {
      forceFlush,
      shutdown,
      onStart() {},
      onEnd(finished: FinishedSpan) {
        const span = toRecordedSpan(finished);
        spans.push(span);
        onSpan?.(span);
      },
    },
    logProcessor: {
      forceFlush,
      shutdown,
      onEmit({
        eventName,
        hrTime,
        severityNumber,
        attributes,
        spanContext,
        instrumentationScope,
      }: EmittedLog) {
        logs.push({
          name: eventName ?? '',
          timeMs: toMs(hrTime),
          severityNumber,
          attributes: attributes as Attributes,
          spanId: spanContext?.spanId,
          schemaUrl: instrumentationScope.schemaUrl,
        });
      },
    },
  };
}
