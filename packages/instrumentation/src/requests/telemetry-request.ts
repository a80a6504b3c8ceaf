import { context, createContextKey } from '@opentelemetry/api';
import { attempt } from '../guard/guard.ts';
import type { FoundRequest } from './found-request.ts';

// The key of `suppressTracing` in @opentelemetry/core, made from its description:
// https://github.com/open-telemetry/opentelemetry-js/blob/main/packages/opentelemetry-core/src/trace/suppress-tracing.ts
const SUPPRESS_TRACING = createContextKey('OpenTelemetry SDK Context Key SUPPRESS_TRACING');

/** Whether the page's code asked for no traces of what it does: exporters send this way. */
export function isTracingSuppressed(): boolean {
  return context.active().getValue(SUPPRESS_TRACING) === true;
}

// OTLP (https://opentelemetry.io/docs/specs/otlp/#otlphttp-request), Zipkin and Splunk RUM.
const INTAKE_PATH = /\/(v1\/(traces|logs|metrics|rum|rumotlp)|v1development\/profiles|api\/v2\/spans)\/?$/;
// The first key of an OTLP request in JSON.
const OTLP_JSON = /^\s*\{\s*"resource(Spans|Logs|Metrics)"/;
const START_BYTES = 64;

/** Whether a request exports telemetry. Its context may be lost by then: exporters compress and wait before they send. */
export function isTelemetry(url: string, { body, contentType }: FoundRequest): boolean {
  return (
    INTAKE_PATH.test(new URL(url).pathname) ||
    contentType?.startsWith('application/x-protobuf') === true ||
    OTLP_JSON.test(attempt(() => startOf(body)) ?? '')
  );
}

function startOf(body: unknown): string {
  if (typeof body === 'string') return body.slice(0, START_BYTES);
  if (!(body instanceof ArrayBuffer) && !ArrayBuffer.isView(body)) return '';
  const bytes =
    body instanceof ArrayBuffer
      ? new Uint8Array(body)
      : new Uint8Array(body.buffer, body.byteOffset, body.byteLength);
  return new TextDecoder().decode(bytes.subarray(0, START_BYTES));
}
