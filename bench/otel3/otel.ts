import type { Attributes, Context } from '@opentelemetry/api';
import { trace } from '@opentelemetry/api';
import { OTLPLogExporter } from '@opentelemetry/exporter-logs-otlp-http';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { BatchLogRecordProcessor, LoggerProvider } from '@opentelemetry/sdk-logs';
import type { SpanExporter } from '@opentelemetry/sdk-trace';
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import type { EventLogging, Tracing } from '../otel2/set-up.ts';

/** OpenTelemetry 3.x with its defaults, sending to the standard exporter or another one. */
export function startTracing(sinkUrl: string, given?: SpanExporter): Tracing {
  const exporter = given ?? new OTLPTraceExporter({ url: `${sinkUrl}/v1/traces` });
  const provider = new TracerProvider({ spanProcessors: [new BatchSpanProcessor({ exporter })] });
  trace.setGlobalTracerProvider(provider);
  return { provider, tracer: provider.getTracer('bench', '1.0.0'), flush: () => provider.forceFlush() };
}

/** The logs of OpenTelemetry 3.x with their defaults. */
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
