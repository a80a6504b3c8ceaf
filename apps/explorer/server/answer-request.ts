import { existsSync } from 'node:fs';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { foreignPage } from '@chatspan/loopback-server/foreign-page';
import sirv from 'sirv';
import type { Settings } from '../contract/answers.ts';
import { setSecurityHeaders } from './security-headers.ts';
import { sendJson, sendProblem } from './send-problem.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

export interface AnswerOptions {
  /** Folder of the built page. */
  readonly pageFolder: string;
  readonly settings: Settings;
  readonly answerQuery: Answer;
  /** Sends those away who are not signed in. Left out: everybody who reaches the server may read. */
  readonly askForToken?: Answer;
}

/** Every address of the page is the same file: which view it shows is in the address. */
export function answerRequest(options: AnswerOptions): RequestListener {
  const { pageFolder, settings, answerQuery, askForToken } = options;
  // `sirv` reads the folder at once.
  const serveFile = existsSync(pageFolder) ? sirv(pageFolder, { single: true, etag: true }) : undefined;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    setSecurityHeaders(response);
    if (await askForToken?.(request, response)) return;
    if (await answerQuery(request, response)) return;
    const path = request.url?.split('?')[0] ?? '/';
    if (path.startsWith('/api/')) {
      const foreign = foreignPage(request);
      if (foreign === undefined && path === '/api/settings') return sendJson(response, 200, settings);
      return sendProblem(response, foreign === undefined ? 404 : 403, {
        code: foreign === undefined ? 'no_such_query' : 'foreign_page',
        error: foreign ?? 'There is nothing at this path.',
        where: path,
        whatToDo: 'Ask for /api/settings, /api/queries/… or /api/sql/….',
      });
    }
    const notFound = () => {
      const advice = serveFile ? 'Not found.' : 'The page is not built. Run: npx --yes pnpm@12 explorer';
      response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${advice}\n`);
    };
    if (serveFile && (request.method === 'GET' || request.method === 'HEAD')) {
      serveFile(request, response, notFound);
    } else notFound();
  }

  return (request, response) => {
    answer(request, response).catch((error: unknown) => {
      console.error(error);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  };
}
