import { context, DiagConsoleLogger, DiagLogLevel, diag, propagation, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { CompositePropagator, W3CBaggagePropagator, W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { defaultResource, resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import { ATTR_SERVICE_NAME } from '@opentelemetry/semantic-conventions';
import { BaggageSpanProcessor } from './baggage-span-processor.ts';

/** Sets OpenTelemetry up for this process. `shutdown()` of what it returns sends the last spans. */
export function startTelemetry(): TracerProvider {
  diag.setLogger(new DiagConsoleLogger(), DiagLogLevel.WARN);
  const provider = new TracerProvider({
    resource: defaultResource().merge(
      resourceFromAttributes({ [ATTR_SERVICE_NAME]: 'chatspan-chat-backend' }),
    ),
    spanProcessors: [
      new BaggageSpanProcessor(),
      // Sends to OTEL_EXPORTER_OTLP_ENDPOINT, or http://localhost:4318. The short delay is for watching it live.
      new BatchSpanProcessor({ exporter: new OTLPTraceExporter(), scheduledDelayMillis: 500 }),
    ],
  });
  trace.setGlobalTracerProvider(provider);
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(
    new CompositePropagator({ propagators: [new W3CTraceContextPropagator(), new W3CBaggagePropagator()] }),
  );
  return provider;
}
