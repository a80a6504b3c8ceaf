import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';

/** A request as it came in. */
export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * A chat backend that a test page directs by its requests' query: `as` names the request, `status` is its answer,
 * `refuse` closes the connection, `strict` allows no header of a
 * preflight but `content-type`, `hold` sends the head and a first part and keeps the rest until
 * `/control/release?as=…` or `/control/cut?as=…`, `hold=once` does so with the first request of its name, `sized` gives
 * the length in its head, `short` is for clients that do not read the answer. The answer is the request as it was seen;
 * `/control/seen?as=…` lists what was seen under a name with preflights.
 */
export function chatServer(): (request: IncomingMessage, response: ServerResponse) => Promise<boolean> {
  const seen = new Map<string, SeenRequest[]>();
  const held = new Map<string, ServerResponse>();

  return async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const [, area, command] = pathname.split('/');
    const as = searchParams.get('as');
    if (!as || !area || !['chat', 'other', 'control'].includes(area)) return false;
    allowOrigin(request, response, searchParams.has('strict'));
    if (area === 'control') {
      if (command === 'seen') response.end(JSON.stringify(seen.get(as) ?? []));
      else {
        const waiting = held.get(as);
        if (command === 'release') waiting?.end('the rest');
        else waiting?.destroy();
        response.writeHead(waiting ? 204 : 404).end();
      }
      return true;
    }
    const { method = '', headers } = request;
    const entry = {
      method,
      path: pathname,
      headers: headers as Record<string, string>,
      body: await text(request),
    };
    seen.set(as, [...(seen.get(as) ?? []), entry]);
    if (method === 'OPTIONS') response.writeHead(204).end();
    else if (searchParams.has('refuse')) request.socket.destroy();
    else if (searchParams.has('hold') && !(searchParams.get('hold') === 'once' && held.has(as))) {
      held.set(as, response);
      response.setHeader('content-type', 'text/event-stream');
      if (searchParams.has('sized')) response.setHeader('content-length', 'a part, the rest'.length);
      response.writeHead(200).write('a part, ');
    } else {
      response.writeHead(Number(searchParams.get('status') ?? 200), { 'content-type': 'application/json' });
      response.end(searchParams.has('short') ? '{}' : JSON.stringify(entry));
    }
    return true;
  };
}

function allowOrigin({ headers }: IncomingMessage, response: ServerResponse, isStrict: boolean): void {
  response.setHeader('access-control-allow-origin', '*');
  response.setHeader('access-control-allow-methods', 'GET, POST');
  const asked = headers['access-control-request-headers'] ?? '';
  response.setHeader('access-control-allow-headers', isStrict ? 'content-type' : asked);
}
