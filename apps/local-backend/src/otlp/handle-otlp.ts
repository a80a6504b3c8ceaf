import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { readBody } from '../http/read-body.ts';
import { allowOrigin } from './allow-origin.ts';
import { parseOtlpJson } from './parse-otlp-json.ts';
import { INVALID_ARGUMENT, Refusal, refusalFor, UNIMPLEMENTED } from './refusal.ts';
import type { RowBatcher } from './row-batcher.ts';

/** What is made of the requests of one signal, and who writes it. */
export interface Intake {
  /** Throws a {@link RowsTooLargeError} rather than give more than so many bytes. */
  readonly toRows: (request: unknown, maxBytes: number) => string[];
  readonly batcher: RowBatcher;
}

export interface OtlpHandlerOptions {
  /** By path. */
  readonly intakes: Readonly<Record<'/v1/traces' | '/v1/logs', Intake>>;
  readonly allowedOrigins: readonly string[];
  /** Largest body after decompression. */
  readonly maxBodyBytes: number;
  /** Most bytes of rows that may be made of one body. */
  readonly maxRowBytes: number;
}

/** OTLP/HTTP with JSON: `POST /v1/traces` and `POST /v1/logs`. Answers 200 when the rows are in the engine, not before. */
export function createOtlpHandler(options: OtlpHandlerOptions): RequestListener {
  return (request, response) => {
    handle(options, request, response).catch((error: unknown) => {
      if (response.headersSent || response.destroyed) return response.destroy();
      const refusal = refusalFor(error);
      if (refusal.status === 503) response.setHeader('Retry-After', '1');
      send(response, refusal.status, { code: refusal.code, message: refusal.message });
      // What is left of a refused body is read and thrown away, so that the client sees the answer.
      request.resume();
      return undefined;
    });
  };
}

async function handle(
  options: OtlpHandlerOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = new URL(request.url ?? '/', 'http://localhost').pathname;
  if (path === '/health' && request.method === 'GET') return send(response, 200, { status: 'ok' });
  allowOrigin(options.allowedOrigins, request, response);
  if (path !== '/v1/traces' && path !== '/v1/logs') {
    const paths = 'send traces to /v1/traces and logs to /v1/logs';
    throw new Refusal(404, UNIMPLEMENTED, `There is nothing at ${path}: ${paths}.`);
  }
  if (request.method === 'OPTIONS') {
    response.writeHead(204).end();
    return;
  }
  if (request.method !== 'POST') {
    response.setHeader('Allow', 'POST, OPTIONS');
    throw new Refusal(405, UNIMPLEMENTED, 'Send POST.');
  }
  const contentType = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  if (contentType !== 'application/json') {
    throw new Refusal(
      415,
      INVALID_ARGUMENT,
      `Content-Type ${contentType || '(none)'} is not supported: send OTLP as application/json (exporter "http/json").`,
    );
  }
  const body = await readBody(request, options.maxBodyBytes);
  const { toRows, batcher } = options.intakes[path];
  const rows = convert(() => toRows(parseOtlpJson(body.toString('utf8')), options.maxRowBytes));
  await batcher.add(rows);
  send(response, 200, { partialSuccess: {} });
}

/** The same body would fail again: whatever is thrown here is no reason to come back later. */
function convert(toRows: () => string[]): string[] {
  try {
    return toRows();
  } catch (error) {
    const refusal = refusalFor(error);
    if (refusal.status !== 503) throw refusal;
    throw new Refusal(400, INVALID_ARGUMENT, `The body cannot be converted: ${refusal.message}`);
  }
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}
