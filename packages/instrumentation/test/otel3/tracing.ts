import { context, logs, propagation, trace } from '@opentelemetry/api';
import { CompositePropagator, W3CBaggagePropagator, W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { LoggerProvider } from '@opentelemetry/sdk-logs';
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  SamplingDecision,
  StackContextManager,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import { collect } from '../collected.ts';
import { countAcknowledged } from '../count-acknowledged.ts';
import type { ExportedEvents, Tracing, TracingOptions } from '../tracing.ts';

/** Registers OpenTelemetry 3.x. */
export function startTracing({ isSampled, ignoreParent, onSpan }: TracingOptions = {}): Tracing {
  const { collected, spanProcessor, logProcessor } = collect(onSpan);
  const { RECORD_AND_SAMPLED, NOT_RECORD } = SamplingDecision;
  const sampler = {
    shouldSample: () => ({ decision: (isSampled?.() ?? true) ? RECORD_AND_SAMPLED : NOT_RECORD }),
  };
  trace.setGlobalTracerProvider(
    new TracerProvider({
      sampler: ignoreParent ? sampler : new ParentBasedSampler({ root: sampler }),
      spanProcessors: [spanProcessor],
    }),
  );
  context.setGlobalContextManager(new StackContextManager().enable());
  propagation.setGlobalPropagator(
    new CompositePropagator({ propagators: [new W3CTraceContextPropagator(), new W3CBaggagePropagator()] }),
  );
  logs.setGlobalLoggerProvider(new LoggerProvider({ processors: [logProcessor] }));
  return Object.assign(collected, {
    stop() {
      for (const api of [trace, context, propagation, logs]) api.disable();
    },
  });
}

/** Registers OpenTelemetry 3.x as pages do: batches to an OTLP receiver. Returns the events that it acknowledged. */
export function startExport(url: string): ExportedEvents {
  const exporter = new OTLPTraceExporter({ url });
  const acknowledged = countAcknowledged(exporter);
  const spanProcessors = [new BatchSpanProcessor({ exporter })];
  trace.setGlobalTracerProvider(new TracerProvider({ spanProcessors }));
  return { acknowledged, stop: () => trace.disable() };
}
