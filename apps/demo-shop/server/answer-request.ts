import { readFile } from 'node:fs/promises';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { routePage } from './route-page.ts';

/** Answers some requests, and resolves to whether this one was among them. */
export type PartialListener = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

/** The request handler of the built shop in `builtDir`: queries first, then pages by path and their files. */
export async function answerRequest(
  builtDir: string,
  answerQuery: PartialListener,
): Promise<RequestListener> {
  const notFoundPage = await readFile(join(builtDir, 'pages/not-found.html'));
  const serveFile = sirv(builtDir, {
    etag: true,
    setHeaders: (response, path) => {
      // Vite puts a content hash into every name below /assets/.
      const value = path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
      response.setHeader('Cache-Control', value);
    },
  });

  const answerPage: RequestListener = (request, response) => {
    const url = URL.parse(request.url ?? '/', 'http://shop');
    if (url === null) return refuse(response, 400, 'The path is not a valid URL.');
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      return refuse(response, 405, 'The shop has nothing to post to: use GET.');
    }
    const page = routePage(url.pathname);
    if (page === 'not-found') return sendNotFound(request, response, notFoundPage);
    if (page !== undefined) request.url = `/pages/${page}.html${url.search}`;
    serveFile(request, response, () => sendNotFound(request, response, notFoundPage));
  };

  return (request, response) => {
    answerQuery(request, response).then(
      (isAnswered) => {
        if (!isAnswered) answerPage(request, response);
      },
      (error: unknown) => {
        console.error(error);
        response.destroy();
      },
    );
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
