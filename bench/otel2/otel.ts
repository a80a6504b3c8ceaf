import type { Attributes, Context, Tracer } from '@opentelemetry/api';
import { OTLPLogExporter } from '@opentelemetry/exporter-logs-otlp-http';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { BatchLogRecordProcessor, LoggerProvider } from '@opentelemetry/sdk-logs';
import type { SpanExporter } from '@opentelemetry/sdk-trace-web';
import { BatchSpanProcessor, WebTracerProvider } from '@opentelemetry/sdk-trace-web';
import type { EventLogging, Tracing } from './set-up.ts';

/** OpenTelemetry 2.x with its defaults, sending to the standard exporter or another one. */
export function startTracing(sinkUrl: string, exporter?: SpanExporter): Tracing {
  const standard = () => new OTLPTraceExporter({ url: `${sinkUrl}/v1/traces` });
  const provider = new WebTracerProvider({
    spanProcessors: [new BatchSpanProcessor(exporter ?? standard())],
  });
  provider.register();
  const tracer: Tracer = provider.getTracer('bench', '1.0.0');
  return { provider, tracer, flush: () => provider.forceFlush() };
}

/** The logs of OpenTelemetry 2.x with their defaults. */
export function startLogging(sinkUrl: string): EventLogging {
  const exporter = new OTLPLogExporter({ url: `${sinkUrl}/v1/logs` });
  const provider = new LoggerProvider({ processors: [new BatchLogRecordProcessor({ exporter })] });
  const logger = provider.getLogger('bench', '1.0.0');
  return {
    emit: (eventName: string, attributes: Attributes, context: Context) =>
      logger.emit({ eventName, attributes, context }),
    flush: () => provider.forceFlush(),
  };
}
