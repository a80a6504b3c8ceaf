import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { MARKER } from '../scenario/marker.ts';
import { bodyText } from './body-text.ts';
import { closeServer, listen } from './listen.ts';

/** One request with a body, as it arrived. */
export interface ReceivedRequest {
  /** Bytes of the body as sent, compressed where the peer compresses. */
  bytes: number;
  /** Epoch milliseconds at which the whole body was there. */
  at: number;
  status: number;
  url: string;
  text: string;
}

/** A receiver for any peer: takes every path, answers what a peer wants to hear, and counts events by their markers. */
export interface Sink {
  readonly url: string;
  readonly requests: ReceivedRequest[];
  /** What it answers from now on. */
  answer(status: number): void;
  /** Numbers of the run's events that arrived with a 2xx. */
  arrived(run: string): Set<number>;
  /** Requests and body bytes so far, answered with a 2xx or not; preflights apart. */
  totals(): { requests: number; bytes: number; preflights: number };
  close(): Promise<void>;
}

/** What each peer reads in an answer: nothing, an acknowledgement, or its own words. */
function answerBody(url: string): string {
  if (url.includes('/2/httpapi')) return '{"code":200}';
  if (url.includes('/v1/')) return '{"partialSuccess":{}}';
  return '{}';
}

/** Starts a sink on a port of its own. `latency`: milliseconds before each answer, like a network's round trip. */
export async function startSink(latency: number): Promise<Sink> {
  const requests: ReceivedRequest[] = [];
  const seen = new Map<string, Set<number>>();
  let status = 200;
  let preflights = 0;

  const take = (request: IncomingMessage, response: ServerResponse, body: Buffer): void => {
    const url = request.url ?? '/';
    if (request.method === 'OPTIONS') preflights += 1;
    else if (body.length > 0) {
      const text = bodyText(url, body);
      requests.push({ bytes: body.length, at: Date.now(), status, url, text });
      if (status < 300) {
        for (const [, run = '', number] of text.matchAll(MARKER)) {
          if (!seen.has(run)) seen.set(run, new Set());
          seen.get(run)?.add(Number(number));
        }
      }
    }
    const code = request.method === 'OPTIONS' ? 204 : status;
    setTimeout(() => {
      response.writeHead(code, corsHeaders(request));
      response.end(code === 200 ? answerBody(url) : undefined);
    }, latency);
  };

  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => take(request, response, Buffer.concat(parts)));
  });
  const url = await listen(server);
  return {
    url,
    requests,
    answer(next) {
      status = next;
    },
    arrived: (run) => seen.get(run) ?? new Set(),
    totals: () => ({
      requests: requests.length,
      bytes: requests.reduce((sum, { bytes }) => sum + bytes, 0),
      preflights,
    }),
    close: () => closeServer(server),
  };
}

function corsHeaders({ headers }: IncomingMessage): Record<string, string> {
  return {
    'access-control-allow-origin': headers.origin ?? '*',
    'access-control-allow-credentials': 'true',
    'access-control-allow-methods': 'POST, GET, PUT, OPTIONS',
    'access-control-allow-headers': headers['access-control-request-headers'] ?? '*',
    'cross-origin-resource-policy': 'cross-origin',
    'content-type': 'application/json',
  };
}
