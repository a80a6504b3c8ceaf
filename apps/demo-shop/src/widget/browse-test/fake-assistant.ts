import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

interface SentEvent {
  readonly _id: string;
  readonly type: string;
  readonly [field: string]: unknown;
}

interface SentBody {
  readonly event: SentEvent;
  readonly [field: string]: unknown;
}

export interface SentRequest {
  readonly path: string;
  readonly body: SentBody;
}

/** How one question is answered: refused with a status, or streamed and then ended or cut. */
export type Reply =
  | { readonly status: number; readonly headers?: Record<string, string> }
  | { readonly events: readonly object[]; readonly cut?: boolean; readonly until?: Promise<void> };

export interface FakeAssistant {
  readonly url: string;
  /** Everything that was sent, in order. */
  readonly requests: SentRequest[];
  /** Most requests that were open at one time. */
  readonly mostAtOnce: () => number;
  /** Sets the reply of the next question; without it the question gets `defaultAnswer`. */
  next(reply: Reply): void;
  close(): Promise<void>;
}

/** The documented chat API on a port of its own, answering by script. */
export async function startFakeAssistant(defaultAnswer: readonly object[]): Promise<FakeAssistant> {
  const requests: SentRequest[] = [];
  const replies: Reply[] = [];
  let open = 0;
  let most = 0;
  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Access-Control-Allow-Headers', 'content-type');
    response.setHeader('Access-Control-Expose-Headers', 'Retry-After');
    if (request.method === 'OPTIONS') return void response.writeHead(204).end();
    open += 1;
    most = Math.max(most, open);
    response.once('close', () => {
      open -= 1;
    });
    const body = (await json(request)) as SentBody;
    const { event } = body;
    requests.push({ path: request.url ?? '', body });
    const isQuestion = event.type.startsWith('ADD_MESSAGE.USER.') && !event.type.endsWith('.FEEDBACK');
    const reply = isQuestion ? (replies.shift() ?? { events: defaultAnswer }) : { events: [] };
    await send(response, event, reply);
  }
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => response.destroy(error as Error));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    mostAtOnce: () => most,
    next: (reply) => void replies.push(reply),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

let lastId = 0;

async function send(response: ServerResponse, echo: SentEvent, reply: Reply): Promise<void> {
  if ('status' in reply) return void response.writeHead(reply.status, reply.headers).end();
  response.writeHead(200, { 'Content-Type': 'application/json' });
  response.write(`[${JSON.stringify(echo)}`);
  for (const event of reply.events) {
    lastId += 1;
    const whole = JSON.stringify({ _id: `event-${lastId}`, sentDate: '2026-01-01T00:00:00Z', ...event });
    // Cut inside a value, as networks do.
    response.write(`,${whole.slice(0, 9)}`);
    await new Promise(setImmediate);
    response.write(whole.slice(9));
  }
  await reply.until;
  if (reply.cut) response.destroy();
  else response.end(']');
}
