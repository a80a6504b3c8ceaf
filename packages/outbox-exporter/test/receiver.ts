import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer, text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { readSpans } from './received-spans.ts';
import { DISCONNECT, HANG } from './receiver-failures.ts';

export interface Answer {
  status: number;
  body?: string;
  headers?: Record<string, string>;
}

/** How the receiver answers. As JSON, so that a page can set it. */
export interface Behavior {
  /** Of the answers to come; the last one stays. Without: 200 and `{"partialSuccess":{}}`. */
  answers?: Answer[];
  /** Answer 400 to a request with a span of this name. */
  rejectSpan?: string;
  /** Answer this status to a request with a span of this name, or `HANG` or `DISCONNECT`. */
  failSpan?: { name: string; status: number };
  /** Answer 413 to larger bodies. */
  maxBytes?: number;
  /** Answer this status to compressed bodies. */
  gzipStatus?: number;
  /** Request headers that CORS allows; without: all that are asked for. An empty list allows none. */
  corsHeaders?: string[];
  /** Let no page read the answers, as a receiver without CORS does. */
  withoutCors?: boolean;
  /** Do not answer before this many milliseconds. */
  delayMillis?: number;
}

/** What one request looked like. */
export interface ReceivedRequest {
  atMillis: number;
  /** What it was answered; 0 when it was read but left without an answer. */
  status: number;
  headers: Record<string, string>;
  bytes: number;
  spans: string[];
  /** Whether they came with the resource attribute of a possible repeat. */
  isPossibleRepeat: boolean;
}

interface Channel {
  behavior: Behavior;
  requests: ReceivedRequest[];
}

/**
 * An OTLP/HTTP receiver on loopback that can misbehave. A channel is the first segment of the path
 * (`/a/v1/traces`); each has its own behavior and memory, so that tests do not meet. A page sets the behavior with
 * `PUT /a/behavior` and reads the memory with `GET /a/requests`.
 */
export class Receiver {
  readonly #channels = new Map<string, Channel>();
  #server: Server | undefined;
  #port = 0;

  /** Listens, on the same port as before after `close()`. */
  async listen(): Promise<void> {
    const server = createServer((request, response) => {
      this.#answer(request, response).catch((error) => response.destroy(error as Error));
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen(this.#port, '127.0.0.1', resolve);
    });
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  /** Refuses connections from now on, as a receiver that is down does. */
  async close(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    const closed = new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)));
    server?.closeAllConnections();
    await closed;
  }

  get origin(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  channel(name: string): Channel {
    let channel = this.#channels.get(name);
    if (!channel) {
      channel = { behavior: {}, requests: [] };
      this.#channels.set(name, channel);
    }
    return channel;
  }

  /** How often each span arrived in requests that were acknowledged. */
  deliveries(name: string): Map<string, number> {
    return countSpans(this.channel(name).requests);
  }

  /** How often each span arrived in acknowledged requests that are not marked as possible repeats. */
  unmarkedDeliveries(name: string): Map<string, number> {
    return countSpans(this.channel(name).requests.filter(({ isPossibleRepeat }) => !isPossibleRepeat));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, name = '', route] = (request.url ?? '').split('/');
    const channel = this.channel(name);
    const { behavior } = channel;
    if (!behavior.withoutCors || route !== 'v1') response.setHeader('access-control-allow-origin', '*');
    response.setHeader('access-control-expose-headers', 'retry-after');
    if (request.method === 'OPTIONS') {
      const asked = request.headers['access-control-request-headers'] ?? '';
      response.setHeader('access-control-allow-headers', behavior.corsHeaders?.join() ?? asked);
      response.setHeader('access-control-allow-methods', 'GET, POST, PUT');
      response.setHeader('access-control-max-age', '0');
      response.writeHead(204).end();
    } else if (route === 'behavior') {
      channel.behavior = JSON.parse(await text(request));
      response.writeHead(204).end();
    } else if (route === 'requests') {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(channel.requests));
    } else {
      await takeTraces(request, response, channel);
    }
  }
}

function countSpans(requests: ReceivedRequest[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { status, spans } of requests) {
    if (status !== 200) continue;
    for (const span of spans) counts.set(span, (counts.get(span) ?? 0) + 1);
  }
  return counts;
}

async function takeTraces(
  request: IncomingMessage,
  response: ServerResponse,
  channel: Channel,
): Promise<void> {
  const raw = await buffer(request);
  const { behavior } = channel;
  const isGzip = request.headers['content-encoding'] === 'gzip';
  const body = isGzip ? gunzipSync(raw) : raw;
  const { spans, isPossibleRepeat, isReadable } = readSpans(body, request.headers['content-type']);
  const answer: Answer = isReadable ? chooseAnswer(behavior, spans, body.length, isGzip) : { status: 400 };
  const headers = request.headers as Record<string, string>;
  const received = { atMillis: Date.now(), status: 0, headers, bytes: raw.length, spans, isPossibleRepeat };
  channel.requests.push(received);
  if (answer.status === HANG) return;
  if (answer.status === DISCONNECT) {
    response.destroy();
    return;
  }
  if (behavior.delayMillis) await delay(behavior.delayMillis, undefined, { ref: false });
  received.status = answer.status;
  response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
  response.end(answer.body ?? (answer.status === 200 ? '{"partialSuccess":{}}' : ''));
}

function chooseAnswer(behavior: Behavior, spans: string[], bytes: number, isGzip: boolean): Answer {
  const { answers = [], rejectSpan, failSpan, maxBytes = Number.POSITIVE_INFINITY, gzipStatus } = behavior;
  if (isGzip && gzipStatus) return { status: gzipStatus };
  if (bytes > maxBytes) return { status: 413 };
  if (rejectSpan && spans.includes(rejectSpan)) return { status: 400, body: `cannot take ${rejectSpan}` };
  if (failSpan && spans.includes(failSpan.name)) return { status: failSpan.status };
  return (answers.length > 1 ? answers.shift() : answers[0]) ?? { status: 200 };
}
