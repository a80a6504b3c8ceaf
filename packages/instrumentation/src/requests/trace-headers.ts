import type { Context } from '@opentelemetry/api';
import { propagation } from '@opentelemetry/api';

/** Headers of a context, as the page's propagator writes them. */
export function headersOf(from: Context): Record<string, string> {
  const headers: Record<string, string> = {};
  propagation.inject(from, headers);
  return headers;
}
