import type { Attributes } from '@opentelemetry/api';
import { context, propagation, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { CompositePropagator, W3CBaggagePropagator, W3CTraceContextPropagator } from '@opentelemetry/core';
import type { ReadableSpan } from '@opentelemetry/sdk-trace';
import { InMemorySpanExporter, SimpleSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import { expect, vi } from 'vitest';
import { BaggageSpanProcessor } from '../baggage-span-processor.ts';

export const DEADLINE = { timeout: 10_000, interval: 5 };

/** Registers an SDK that keeps ended spans in memory. */
export function recordSpans(): InMemorySpanExporter {
  const exporter = new InMemorySpanExporter();
  trace.setGlobalTracerProvider(
    new TracerProvider({
      spanProcessors: [new BaggageSpanProcessor(), new SimpleSpanProcessor({ exporter })],
    }),
  );
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(
    new CompositePropagator({ propagators: [new W3CTraceContextPropagator(), new W3CBaggagePropagator()] }),
  );
  return exporter;
}

/** The ended spans, once the SERVER span, which ends last, is among them. */
export function endedSpans(exporter: InMemorySpanExporter): Promise<ReadableSpan[]> {
  return vi.waitFor(() => {
    const spans = exporter.getFinishedSpans();
    expect(spans.map(({ kind }) => kind)).toContain(SpanKind.SERVER);
    return spans;
  }, DEADLINE);
}

export interface SpanNode {
  readonly name: string;
  readonly kind: string;
  readonly status: string;
  readonly attributes: Attributes;
  readonly children: readonly SpanNode[];
}

/** The spans as trees, siblings in order of their start. */
export function spanTrees(spans: readonly ReadableSpan[]): SpanNode[] {
  const ids = new Set(spans.map((span) => span.spanContext().spanId));
  const under = (parentId: string | undefined): SpanNode[] =>
    spans
      .filter(({ parentSpanContext: parent }) =>
        parentId ? parent?.spanId === parentId : !parent || !ids.has(parent.spanId),
      )
      .sort((a, b) => a.startTime[0] - b.startTime[0] || a.startTime[1] - b.startTime[1])
      .map((span) => ({
        name: span.name,
        kind: SpanKind[span.kind],
        status: SpanStatusCode[span.status.code],
        attributes: span.attributes,
        children: under(span.spanContext().spanId),
      }));
  return under(undefined);
}
