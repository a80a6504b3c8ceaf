import type { IncomingMessage, ServerResponse } from 'node:http';

/** Answers 403 with a sentence. The body of the request, if any, is read and thrown away. */
export function refuse(request: IncomingMessage, response: ServerResponse, reason: string): void {
  response.writeHead(403, {
    'Content-Type': 'text/plain; charset=utf-8',
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
    // What is left of a body must not be taken for the next request.
    Connection: 'close',
  });
  response.end(`${reason}\n`);
  request.resume();
}
