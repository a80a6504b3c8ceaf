import type { ServerResponse } from 'node:http';

/** A request that is answered with a status and a reason instead of a stream. */
export class Rejection extends Error {
  override readonly name = 'Rejection';
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, reason: string, headers: Readonly<Record<string, string>> = {}) {
    super(reason);
    this.status = status;
    this.headers = headers;
  }
}

export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store', ...headers });
  response.end(JSON.stringify(body));
}

export function sendRejection(response: ServerResponse, { status, message, headers }: Rejection): void {
  // An unread rest of the body must not be taken for the next request of the connection.
  const close = status === 413 ? { connection: 'close' } : {};
  sendJson(response, status, { error: message }, { ...headers, ...close });
}
