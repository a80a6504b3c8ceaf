import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';

const answerLimitMs = 10_000;
const passedHeaders = ['content-type', 'x-clickhouse-exception-code', 'x-clickhouse-format'];

/** Which ClickHouse the event panel reads from, and as whom. */
export interface ClickhouseReader {
  /** Base URL of the ClickHouse HTTP interface. */
  readonly clickhouseUrl: string;
  /** A user who may only read. Left out: no credentials are sent. */
  readonly clickhouseUser?: string;
  readonly clickhousePassword?: string;
}

/**
 * Answers `GET /clickhouse/?query=…` with what ClickHouse answers. The reader's credentials are added here, so the
 * page never holds them; a `user` or `password` in the URL is dropped. Another method gets 405, a ClickHouse that
 * does not answer within 10 s gets 502. A page that leaves ends the query.
 */
export function clickhouseProxy(reader: ClickhouseReader) {
  const { clickhouseUser, clickhousePassword = '' } = reader;
  const headers: Record<string, string> = {};
  if (clickhouseUser !== undefined) {
    const credentials = Buffer.from(`${clickhouseUser}:${clickhousePassword}`).toString('base64');
    headers.Authorization = `Basic ${credentials}`;
  }

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method !== 'GET') {
      response.writeHead(405, { Allow: 'GET', 'Content-Type': 'text/plain; charset=utf-8' });
      response.end('The shop only reads from ClickHouse: use GET.\n');
      return;
    }
    const target = new URL(reader.clickhouseUrl);
    target.search = new URL(request.url ?? '/', 'http://shop').search;
    for (const name of ['user', 'password']) target.searchParams.delete(name);

    const left = new AbortController();
    response.once('close', () => left.abort());
    const signal = AbortSignal.any([left.signal, AbortSignal.timeout(answerLimitMs)]);
    let answer: Response;
    try {
      answer = await fetch(target, { headers, redirect: 'error', signal });
    } catch (error) {
      if (left.signal.aborted) return;
      response.writeHead(502, { 'Content-Type': 'text/plain; charset=utf-8' });
      response.end(
        `ClickHouse at ${target.origin} cannot be reached (${reasonOf(error)}). Is the local back end running?\n`,
      );
      return;
    }
    // A body that nobody reads, made a stream, would end this program when it breaks off.
    if (left.signal.aborted) return;
    response.statusCode = answer.status;
    response.setHeader('Cache-Control', 'no-store');
    for (const name of passedHeaders) {
      const value = answer.headers.get(name);
      if (value !== null) response.setHeader(name, value);
    }
    if (answer.body === null) return void response.end();
    // Either side may go away in the middle; pipeline() has then closed the other one, which is all there is to do.
    await pipeline(Readable.fromWeb(answer.body as ReadableStream), response).catch(() => undefined);
  };
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  if (cause instanceof Error) return 'code' in cause ? String(cause.code) : cause.message;
  return error.name === 'TimeoutError' ? `no answer within ${answerLimitMs / 1000} s` : error.message;
}
