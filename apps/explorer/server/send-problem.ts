import type { ServerResponse } from 'node:http';
import type { QueryProblem } from '../contract/answers.ts';

export function sendProblem(response: ServerResponse, status: number, problem: QueryProblem): void {
  sendJson(response, status, problem);
}

export function sendJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'no-store',
  });
  response.end(JSON.stringify(body));
}
