import type { Tracer } from '@opentelemetry/api';
import type { SpanExporter } from '@opentelemetry/sdk-trace-web';
import { BatchSpanProcessor, WebTracerProvider } from '@opentelemetry/sdk-trace-web';

/** A provider of the OpenTelemetry 2.x line, which exports spans after `scheduledDelayMillis`. */
export function startProvider(
  exporter: SpanExporter,
  scheduledDelayMillis: number,
): { tracer: Tracer; flush(): Promise<void>; shutdown(): Promise<void> } {
  const spanProcessors = [new BatchSpanProcessor(exporter, { scheduledDelayMillis })];
  const provider = new WebTracerProvider({ spanProcessors });
  return {
    tracer: provider.getTracer('outbox-test', '1.0.0'),
    flush: () => provider.forceFlush(),
    shutdown: () => provider.shutdown(),
  };
}
