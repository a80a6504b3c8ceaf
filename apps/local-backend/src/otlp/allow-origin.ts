import type { IncomingMessage, ServerResponse } from 'node:http';
import { PERMISSION_DENIED, Refusal } from './refusal.ts';

/** The shop and whatever else runs on this machine. */
export const DEFAULT_ALLOWED_ORIGINS: readonly string[] = ['http://localhost:*', 'http://127.0.0.1:*'];

/** Unlike the Collector, which stores what a foreign page sends: a request from a page that is not allowed is refused. */
export function allowOrigin(
  allowedOrigins: readonly string[],
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const { origin } = request.headers;
  if (origin === undefined) return;
  response.setHeader('Vary', 'Origin');
  if (!isAllowedOrigin(origin, allowedOrigins)) {
    throw new Refusal(403, PERMISSION_DENIED, `Pages of ${origin} may not send telemetry here.`);
  }
  response.setHeader('Access-Control-Allow-Origin', origin);
  // `sendBeacon` always asks with credentials.
  response.setHeader('Access-Control-Allow-Credentials', 'true');
  response.setHeader('Access-Control-Expose-Headers', 'Retry-After');
  if (request.method !== 'OPTIONS') return;
  response.setHeader('Access-Control-Allow-Methods', 'POST');
  response.setHeader('Access-Control-Max-Age', '7200');
  const headers = request.headers['access-control-request-headers'];
  if (headers !== undefined) response.setHeader('Access-Control-Allow-Headers', headers);
}

/**
 * Whether a page of this origin may send telemetry. `:*` at the end of a pattern stands for any port or none.
 */
function isAllowedOrigin(origin: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => {
    if (!pattern.endsWith(':*')) return origin === pattern;
    const base = pattern.slice(0, -2);
    return (
      origin === base || (origin.startsWith(`${base}:`) && /^\d{1,5}$/.test(origin.slice(base.length + 1)))
    );
  });
}
