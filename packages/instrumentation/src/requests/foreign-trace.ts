import type { SpanContext } from '@opentelemetry/api';
import { isSpanContextValid } from '@opentelemetry/api';
import { attempt } from '../guard/guard.ts';

// https://www.w3.org/TR/trace-context/#traceparent-header
const TRACEPARENT = /^(?!ff)[\da-f]{2}-([\da-f]{32})-([\da-f]{16})-([\da-f]{2})(?:-.*)?$/;

/** The span of another tracer that a `traceparent` header names; `undefined` for an invalid one. */
export function spanOfTraceparent(header: string): SpanContext | undefined {
  const [, traceId, spanId, flags] = TRACEPARENT.exec(header.trim()) ?? [];
  if (!traceId || !spanId || !flags) return undefined;
  const context = { traceId, spanId, traceFlags: Number.parseInt(flags, 16), isRemote: true };
  return isSpanContextValid(context) ? context : undefined;
}

interface DatadogRum {
  getInitConfiguration?(): { readonly allowedTracingUrls?: readonly unknown[] } | undefined;
}

/**
 * Whether Datadog RUM adds a `traceparent` of its own to a `fetch` of this URL. It appends one behind us, whatever is
 * there, and two values are none: parsers reject them.
 * https://docs.datadoghq.com/real_user_monitoring/correlate_with_other_telemetry/apm/
 */
export function isTracedByDatadog(url: string): boolean {
  const { DD_RUM } = globalThis as { DD_RUM?: DatadogRum };
  const allowed = attempt(() => DD_RUM?.getInitConfiguration?.()?.allowedTracingUrls);
  return Array.isArray(allowed) && allowed.some((entry) => attempt(() => matches(entry, url)) === true);
}

function matches(entry: unknown, url: string): boolean {
  if (typeof entry === 'string') return url.startsWith(entry);
  if (entry instanceof RegExp) return url.search(entry) >= 0;
  if (typeof entry === 'function') return entry(url) === true;
  return matches((entry as { match: unknown }).match, url);
}
