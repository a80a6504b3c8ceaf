import { context, createContextKey } from '@opentelemetry/api';

// The key of `suppressTracing` in @opentelemetry/core, made from its description:
// https://github.com/open-telemetry/opentelemetry-js/blob/main/packages/opentelemetry-core/src/trace/suppress-tracing.ts
const SUPPRESS_TRACING_KEY = createContextKey('OpenTelemetry SDK Context Key SUPPRESS_TRACING');

/** Runs `work` so that instrumentations record no spans of it: a span of each export would itself be exported. */
export function withoutTracing<T>(work: () => T): T {
  return context.with(context.active().setValue(SUPPRESS_TRACING_KEY, true), work);
}
