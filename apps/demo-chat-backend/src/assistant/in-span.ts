import type { Span, SpanOptions } from '@opentelemetry/api';
import { SpanStatusCode, trace } from '@opentelemetry/api';
import { ATTR_ERROR_TYPE, ERROR_TYPE_VALUE_OTHER } from '@opentelemetry/semantic-conventions';
import manifest from '../../package.json' with { type: 'json' };

/** Runs `work` in an active span that ends with it, with status ERROR and `error.type` when it throws. */
export function inSpan<T>(name: string, options: SpanOptions, work: (span: Span) => Promise<T>): Promise<T> {
  return trace.getTracer(manifest.name, manifest.version).startActiveSpan(name, options, async (span) => {
    try {
      return await work(span);
    } catch (error) {
      markFailed(span, error);
      throw error;
    } finally {
      span.end();
    }
  });
}

/** The message of an error may quote what the shopper wrote: only its type is recorded. */
export function markFailed(span: Span, error: unknown): void {
  span.setAttribute(ATTR_ERROR_TYPE, errorTypeOf(error));
  span.setStatus({ code: SpanStatusCode.ERROR });
}

export function errorTypeOf(error: unknown): string {
  if (!(error instanceof Error)) return ERROR_TYPE_VALUE_OTHER;
  return 'errorType' in error && typeof error.errorType === 'string' ? error.errorType : error.name;
}
