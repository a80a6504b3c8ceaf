import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import type { SpanExporter } from '@opentelemetry/sdk-trace-web';
import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  BatchSpanProcessor,
  ParentBasedSampler,
  WebTracerProvider,
} from '@opentelemetry/sdk-trace-web';

/** OpenTelemetry as a page sets it up, registered globally. What differs between tests is in the page's query. */
export function startOpenTelemetry(
  newExporter: (url: string) => SpanExporter = (url) => new OTLPTraceExporter({ url }),
): void {
  const query = new URLSearchParams(location.search);
  new WebTracerProvider({
    sampler: new ParentBasedSampler({
      root: query.has('unsampled') ? new AlwaysOffSampler() : new AlwaysOnSampler(),
    }),
    spanProcessors: [
      new BatchSpanProcessor(newExporter(query.get('otlp') ?? ''), {
        scheduledDelayMillis: Number(query.get('delay') ?? 5_000),
      }),
    ],
  }).register();
}
