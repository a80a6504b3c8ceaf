import type { SeenRequest } from './chat-server.ts';

/** Names of the headers that the chat adds to its requests. */
export const TRACE_HEADERS: readonly string[] = ['traceparent', 'tracestate', 'baggage'];

/** Headers of a request that are not the chat's. */
export function pageHeaders({ headers }: SeenRequest): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !TRACE_HEADERS.includes(name)));
}
