import type { IncomingMessage, ServerResponse } from 'node:http';
import { foreignPage } from '@chatspan/loopback-server/foreign-page';
import { fillParameters } from './fill-parameters.ts';
import type { NamedQueries } from './load-queries.ts';
import { BadParametersError, parameterValues } from './parameter-values.ts';
import type { FailureCode } from './query-failed.ts';
import { QueryFailedError } from './query-failed.ts';
import type { QueryRunner } from './query-runner.ts';

/** Where {@link serveQueries} answers: `/api/queries/<name>`. */
export const QUERIES_PATH = '/api/queries/';
/** Where it answers with the SQL of a query instead of its rows. */
export const SQL_PATH = '/api/sql/';

export type ProblemCode = FailureCode | 'bad_parameters' | 'no_such_query' | 'foreign_page' | 'not_allowed';

/** The body of every answer but 200. */
export interface QueryProblem {
  readonly code: ProblemCode;
  readonly error: string;
  /** The path that was asked for. */
  readonly where: string;
  readonly whatToDo: string;
}

/**
 * Answers `GET /api/queries/<name>?<parameter>=…` with `{"rows": […], "seconds": …, "rows_read": …}`, and
 * `GET /api/sql/<name>?<parameter>=…` with the SQL, its values filled in. Only names of `queries` are known; no SQL comes
 * from a request. Pages of other origins get 403. A page that leaves ends its query.
 * @returns Handles a request and resolves to true; resolves to false, without an answer, for another path.
 */
export function serveQueries(
  queries: NamedQueries,
  runner: QueryRunner,
): (request: IncomingMessage, response: ServerResponse) => Promise<boolean> {
  return async (request, response) => {
    const url = URL.parse(request.url ?? '', 'http://localhost');
    const path = [QUERIES_PATH, SQL_PATH].find((path) => url?.pathname.startsWith(path));
    if (url === null || path === undefined) return false;
    const refuse = (status: number, code: ProblemCode, error: string, whatToDo: string): true => {
      const problem: QueryProblem = { code, error, where: url.pathname, whatToDo };
      sendJson(response, status, problem);
      request.resume();
      return true;
    };
    const foreign = foreignPage(request);
    if (foreign !== undefined) return refuse(403, 'foreign_page', foreign, 'Ask from a page of this server.');
    if (request.method !== 'GET') {
      response.setHeader('Allow', 'GET');
      return refuse(405, 'not_allowed', `${request.method} is not allowed here.`, 'Use GET.');
    }
    const query = queries.get(url.pathname.slice(path.length));
    if (query === undefined) {
      const known = [...queries.keys()].join(', ');
      return refuse(404, 'no_such_query', 'There is no query of this name.', `The queries are ${known}.`);
    }
    const left = new AbortController();
    response.once('close', () => left.abort());
    try {
      const values = parameterValues(query, url.searchParams);
      if (path === SQL_PATH) {
        send(response, 200, 'text/plain', `${fillParameters(query, values)}\n`);
        return true;
      }
      const { rows, seconds, rowsRead } = await runner.run(query, values, left.signal);
      sendJson(response, 200, { rows, seconds, rows_read: rowsRead });
    } catch (error) {
      if (left.signal.aborted) return true;
      if (error instanceof BadParametersError)
        return refuse(400, 'bad_parameters', error.message, error.whatToDo);
      if (error instanceof QueryFailedError)
        return refuse(error.status, error.code, error.message, error.whatToDo);
      throw error;
    }
    return true;
  };
}

function sendJson(response: ServerResponse, status: number, body: object): void {
  send(response, status, 'application/json', JSON.stringify(body));
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, {
    'Content-Type': `${type}; charset=utf-8`,
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'same-origin',
  });
  response.end(body);
}
