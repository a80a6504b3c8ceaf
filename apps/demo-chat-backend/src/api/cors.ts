import type { IncomingMessage, ServerResponse } from 'node:http';

const ALLOWED_ORIGIN = /^http:\/\/(?:localhost|127\.0\.0\.1)(?::\d{1,5})?$/;

/** Whether pages of this origin may use the API: those of this machine. */
export function isAllowedOrigin(origin: string): boolean {
  return ALLOWED_ORIGIN.test(origin);
}

/**
 * Lets pages on this machine call the API with trace headers, read `Retry-After`, and see full resource timing
 * (the instrumentation takes an answer's end from it).
 */
export function allowOrigin(request: IncomingMessage, response: ServerResponse): void {
  const { origin } = request.headers;
  response.setHeader('vary', 'origin');
  if (!origin || !isAllowedOrigin(origin)) return;
  response.setHeader('access-control-allow-origin', origin);
  response.setHeader('access-control-expose-headers', 'retry-after');
  response.setHeader('timing-allow-origin', origin);
}

export function answerPreflight(response: ServerResponse): void {
  response.setHeader('access-control-allow-methods', 'GET, PUT, POST');
  response.setHeader('access-control-allow-headers', 'content-type, traceparent, tracestate, baggage');
  response.setHeader('access-control-max-age', '600');
  response.writeHead(204).end();
}
