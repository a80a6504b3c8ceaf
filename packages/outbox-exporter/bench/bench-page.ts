import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { JsonTraceSerializer } from '@opentelemetry/otlp-transformer';
import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace-web';
import { InMemorySpanExporter, SimpleSpanProcessor, WebTracerProvider } from '@opentelemetry/sdk-trace-web';
import { OutboxTraceExporter } from '../src/index.ts';

/** What one run took on the main thread, in milliseconds for each batch. */
export interface CallTimes {
  /** Inside the call of `export()`, or of the serializer. */
  call: number[];
}

export interface BenchPage {
  run(kind: 'serializer' | 'standard' | 'outbox', batches: number): Promise<CallTimes>;
}

declare global {
  interface Window {
    bench: BenchPage;
  }
}

const SPANS = 512;
const url = new URLSearchParams(location.search).get('url') ?? '';

/** Spans as a chat makes them: ten attributes and one event with three. */
function makeSpans(): ReadableSpan[] {
  const memory = new InMemorySpanExporter();
  const provider = new WebTracerProvider({ spanProcessors: [new SimpleSpanProcessor(memory)] });
  const tracer = provider.getTracer('bench', '1.0.0');
  for (let index = 0; index < SPANS; index += 1) {
    const attributes: Record<string, string | number | boolean> = {
      'chat.turn.index': index,
      'chat.is_open': true,
    };
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'])
      attributes[`chat.attribute.${name}`] = `value ${name} ${index}`;
    const span = tracer.startSpan('chat turn', { attributes });
    span.addEvent('answer shown', {
      'chat.answer.length': 120,
      'chat.answer.kind': 'products',
      'chat.product.count': 3,
    });
    span.end();
  }
  return memory.getFinishedSpans();
}

const spans = makeSpans();
const exporters: Record<'standard' | 'outbox', SpanExporter> = {
  standard: new OTLPTraceExporter({ url }),
  outbox: new OutboxTraceExporter({ url }),
};

window.bench = {
  async run(kind, batches) {
    const call: number[] = [];
    for (let count = 0; count < batches; count += 1) {
      const start = performance.now();
      if (kind === 'serializer') {
        JsonTraceSerializer.serializeRequest(spans);
        call.push(performance.now() - start);
        await new Promise((resolve) => setTimeout(resolve));
      } else {
        const exported = new Promise((resolve) => exporters[kind].export(spans, resolve));
        call.push(performance.now() - start);
        await exported;
        await exporters[kind].forceFlush?.();
      }
    }
    return { call };
  },
};
