import { context, createContextKey } from '@opentelemetry/api';
import type { FoundRequest } from './found-request.ts';

// As in @opentelemetry/core, whose copies all mean the same key: createContextKey() uses the global symbol registry.
const SUPPRESS_TRACING = createContextKey('OpenTelemetry SDK Context Key SUPPRESS_TRACING');

/** Whether OpenTelemetry asks that what is called now is not traced: exporters do for their own requests. */
export function isTracingSuppressed(): boolean {
  return context.active().getValue(SUPPRESS_TRACING) === true;
}

// https://opentelemetry.io/docs/specs/otlp/#otlphttp-request and Zipkin's intake.
const INTAKE_PATH = /\/(?:v1\/(?:traces|logs|metrics|profiles)|api\/v2\/spans)$/;
const OTLP_JSON = /^\s*\{\s*"resource_?(?:Spans|Logs|Metrics|spans|logs|metrics)"/;

/**
 * Whether a request carries telemetry. Such a request is never the chat's: an event for each export would cause the next
 * export. The suppressed context alone does not tell, because exporters send in a later task.
 */
export function isTelemetryRequest({ url, body }: FoundRequest): boolean {
  if (INTAKE_PATH.test(new URL(`${url}`, document.baseURI).pathname)) return true;
  return typeof body === 'string' && OTLP_JSON.test(body.slice(0, 64));
}
