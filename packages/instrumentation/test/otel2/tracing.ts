import { context, propagation, trace } from '@opentelemetry/api';
import { logs } from '@opentelemetry/api-logs';
import { LoggerProvider } from '@opentelemetry/sdk-logs';
import { ParentBasedSampler, SamplingDecision, WebTracerProvider } from '@opentelemetry/sdk-trace-web';
import { collect } from '../collected.ts';
import type { Tracing, TracingOptions } from '../tracing.ts';

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
