import type { IncomingMessage, ServerResponse } from 'node:http';
import { foreignPage } from '@chatspan/loopback-server/foreign-page';
import type { NamedQueries } from './load-queries.ts';
import { BadParametersError, parameterValues } from './parameter-values.ts';
import type { QueryRunner } from './query-runner.ts';
import { QueryFailedError } from './query-runner.ts';

/** Where {@link serveQueries} answers: `/api/queries/<name>`. */
export const QUERIES_PATH = '/api/queries/';

/** The body of every answer but 200. */
export interface QueryProblem {
  readonly error: string;
  /** The path that was asked for. */
  readonly where: string;
  readonly whatToDo: string;
}

/**
 * Answers `GET /api/queries/<name>?<parameter>=…` with `{"rows": […]}`. Only names of `queries` are known; no SQL comes
 * from a request. Pages of other origins get 403. A page that leaves ends its query.
 * @returns Handles a request and resolves to true; resolves to false, without an answer, for another path.
 */
export function serveQueries(
  queries: NamedQueries,
  runner: QueryRunner,
): (request: IncomingMessage, response: ServerResponse) => Promise<boolean> {
  return async (request, response) => {
    const url = URL.parse(request.url ?? '', 'http://localhost');
    if (!url?.pathname.startsWith(QUERIES_PATH)) return false;
    const refuse = (status: number, error: string, whatToDo: string): true => {
      const problem: QueryProblem = { error, where: url.pathname, whatToDo };
      sendJson(response, status, problem);
      request.resume();
      return true;
    };
    const foreign = foreignPage(request);
    if (foreign !== undefined) return refuse(403, foreign, 'Ask from a page of this server.');
    if (request.method !== 'GET') {
      response.setHeader('Allow', 'GET');
      return refuse(405, `${request.method} is not allowed here.`, 'Use GET.');
    }
    const query = queries.get(url.pathname.slice(QUERIES_PATH.length));
    if (query === undefined) {
      const known = [...queries.keys()].join(', ');
      return refuse(404, 'There is no query of this name.', `The queries are ${known}.`);
    }
    const left = new AbortController();
    response.once('close', () => left.abort());
    try {
      const values = parameterValues(query, url.searchParams);
      const rows = await runner.run(query, values, left.signal);
      sendJson(response, 200, { rows });
    } catch (error) {
      if (left.signal.aborted) return true;
      if (error instanceof BadParametersError) return refuse(400, error.message, error.whatToDo);
      if (error instanceof QueryFailedError) return refuse(error.status, error.message, error.whatToDo);
      throw error;
    }
    return true;
  };
}

function sendJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'same-origin',
  });
  response.end(JSON.stringify(body));
}
