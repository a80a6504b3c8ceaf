import { once } from 'node:events';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What becomes of a request with spans; preflights always reach the Collector. */
export type ProxyMode =
  | 'forward'
  /** The Collector gets the request, and the page never gets the answer. */
  | 'lose-answer'
  | { readonly status: number; readonly headers?: OutgoingHttpHeaders };

/** A gateway on 127.0.0.1 in front of a Collector that can misbehave. */
export interface OtlpProxy {
  readonly url: string;
  mode: ProxyMode;
  /** When requests with spans came, by the clock of this machine in milliseconds. */
  readonly times: readonly number[];
  /** Requests that the Collector accepted and whose answers were lost. */
  readonly lostAnswers: number;
  close(): Promise<void>;
}

export async function startOtlpProxy(otlpUrl: string): Promise<OtlpProxy> {
  const times: number[] = [];
  const server = createServer((request, response) => {
    if (request.method === 'POST') times.push(Date.now());
    const mode = request.method === 'POST' ? proxy.mode : 'forward';
    if (typeof mode === 'object') refuse(request, response, mode);
    else
      forward(
        otlpUrl,
        request,
        response,
        mode === 'lose-answer' ? () => (proxy.lostAnswers += 1) : undefined,
      );
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const proxy = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    mode: 'forward' as ProxyMode,
    times,
    lostAnswers: 0,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
  return proxy;
}

function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  { status, headers }: Exclude<ProxyMode, string>,
): void {
  const cors = { 'access-control-allow-origin': '*', 'access-control-expose-headers': 'retry-after' };
  request.resume().on('end', () => response.writeHead(status, { ...cors, ...headers }).end());
}

function forward(
  otlpUrl: string,
  request: IncomingMessage,
  response: ServerResponse,
  loseAnswer?: () => void,
): void {
  const { method, headers } = request;
  const onward = httpRequest(`${otlpUrl}${request.url}`, { method, headers }, (answer) => {
    if (!loseAnswer) {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
      return;
    }
    answer.resume().on('end', () => {
      if (answer.statusCode === 200) loseAnswer();
      response.destroy();
    });
  });
  // To the page it is what it would be without this proxy: a connection that ends without an answer.
  onward.on('error', () => response.destroy());
  request.pipe(onward);
}
