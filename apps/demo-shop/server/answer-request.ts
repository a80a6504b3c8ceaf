import { readFile } from 'node:fs/promises';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import type { ClickhouseReader } from './clickhouse-proxy.ts';
import { clickhouseProxy } from './clickhouse-proxy.ts';
import { routePage } from './route-page.ts';

const ownHosts = new Set(['localhost', '127.0.0.1', '[::1]']);

/** The request handler of the built shop in `builtDir`: pages by path, their files, and the way to ClickHouse. */
export async function answerRequest(builtDir: string, reader: ClickhouseReader): Promise<RequestListener> {
  const notFoundPage = await readFile(join(builtDir, 'pages/not-found.html'));
  const readClickhouse = clickhouseProxy(reader);
  const serveFile = sirv(builtDir, {
    etag: true,
    setHeaders: (response, path) => {
      // Vite puts a content hash into every name below /assets/.
      const value = path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
      response.setHeader('Cache-Control', value);
    },
  });

  return (request, response) => {
    // A foreign name that resolves to 127.0.0.1 (DNS rebinding) must not read through the proxy.
    const hostname = (request.headers.host ?? '').replace(/:\d+$/, '');
    if (!ownHosts.has(hostname))
      return refuse(response, 403, `The shop does not answer for the host "${hostname}".`);

    const url = URL.parse(request.url ?? '/', 'http://shop');
    if (url === null) return refuse(response, 400, 'The path is not a valid URL.');
    if (url.pathname === '/clickhouse' || url.pathname === '/clickhouse/') {
      return void readClickhouse(request, response);
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      return refuse(response, 405, 'The shop has nothing to post to: use GET.');
    }
    const page = routePage(url.pathname);
    if (page === 'not-found') return sendNotFound(request, response, notFoundPage);
    if (page !== undefined) request.url = `/pages/${page}.html${url.search}`;
    serveFile(request, response, () => sendNotFound(request, response, notFoundPage));
  };
}

function sendNotFound(request: IncomingMessage, response: ServerResponse, page: Buffer): void {
  response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-cache' });
  response.end(request.method === 'HEAD' ? undefined : page);
}

function refuse(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' });
  response.end(`${sentence}\n`);
}
