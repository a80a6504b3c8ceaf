import { context, propagation, trace } from '@opentelemetry/api';
import { logs } from '@opentelemetry/api-logs';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { LoggerProvider } from '@opentelemetry/sdk-logs';
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  SamplingDecision,
  WebTracerProvider,
} from '@opentelemetry/sdk-trace-web';
import { collect } from '../collected.ts';
import { countAcknowledged } from '../count-acknowledged.ts';
import type { ExportedEvents, Tracing, TracingOptions } from '../tracing.ts';

/** Registers OpenTelemetry 2.x. */
export function startTracing({ isSampled, ignoreParent, onSpan }: TracingOptions = {}): Tracing {
  const { collected, spanProcessor, logProcessor } = collect(onSpan);
  const { RECORD_AND_SAMPLED, NOT_RECORD } = SamplingDecision;
  const sampler = {
    shouldSample: () => ({ decision: (isSampled?.() ?? true) ? RECORD_AND_SAMPLED : NOT_RECORD }),
  };
  new WebTracerProvider({
    sampler: ignoreParent ? sampler : new ParentBasedSampler({ root: sampler }),
    spanProcessors: [spanProcessor],
  }).register();
  logs.setGlobalLoggerProvider(new LoggerProvider({ processors: [logProcessor] }));
  return Object.assign(collected, {
    stop() {
      for (const api of [trace, context, propagation, logs]) api.disable();
    },
  });
}

/** Registers OpenTelemetry 2.x as pages do: batches to an OTLP receiver. Returns the events that it acknowledged. */
export function startExport(url: string): ExportedEvents {
  const exporter = new OTLPTraceExporter({ url });
  const acknowledged = countAcknowledged(exporter);
  const provider = new WebTracerProvider({ spanProcessors: [new BatchSpanProcessor(exporter)] });
  provider.register();
  return { acknowledged, stop: () => trace.disable() };
}
