import type { SpanContext } from '@opentelemetry/api';

// https://www.w3.org/TR/trace-context/#traceparent-header
const VALID =
  /(?<![\da-f])(?!ff)[\da-f]{2}-(?!0{32})([\da-f]{32})-(?!0{16})([\da-f]{16})-([\da-f]{2})(?![\da-f])/g;

/** A `traceparent` of a request, and the span that it names. */
export interface FoundParent {
  readonly text: string;
  readonly context: SpanContext;
}

/** The valid values of a `traceparent` header. Two tools that each add one make a joined header, which is invalid. */
export function readParents(header: string | undefined): FoundParent[] {
  return [...(header ?? '').matchAll(VALID)].map(([text, traceId = '', spanId = '', flags = '']) => ({
    text,
    context: { traceId, spanId, traceFlags: Number.parseInt(flags, 16), isRemote: true },
  }));
}
