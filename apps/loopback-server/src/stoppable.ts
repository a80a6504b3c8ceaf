import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** How long requests that have arrived may take to be answered once the server stops. */
export const STOP_GRACE_MILLIS = 3_000;

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/**
 * Watches the connections of a server that does not listen yet, and returns what stops it.
 *
 * `server.close()` waits for each connection, `closeIdleConnections()` leaves those alone that have sent nothing or half
 * a request, and `closeAllConnections()` cuts answers off.
 */
export function stoppable(server: Server): (onWaiting?: (line: string) => void) => Promise<void> {
  const sockets = new Set<Socket>();
  const exchanges = new Set<Exchange>();
  let isStopping = false;

  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  // Before the listener of the requests, which may answer at once.
  server.prependListener('request', (request, response) => {
    const exchange = { request, response };
    exchanges.add(exchange);
    if (isStopping) response.shouldKeepAlive = false;
    response.once('close', () => {
      exchanges.delete(exchange);
      if (isStopping) closeUnanswered();
    });
  });

  /** Closes the connections without a request that has arrived and waits for its answer. */
  function closeUnanswered(): void {
    const answering = new Set([...exchanges].filter(hasArrived).map(({ request }) => request.socket));
    for (const socket of sockets) if (!answering.has(socket)) socket.destroy();
  }

  return async (onWaiting) => {
    isStopping = true;
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    for (const { response } of exchanges) response.shouldKeepAlive = false;
    closeUnanswered();
    const arrived = [...exchanges].filter(hasArrived);
    if (arrived.length > 0) onWaiting?.(waitingLine(arrived));
    const graceOver = setTimeout(() => server.closeAllConnections(), STOP_GRACE_MILLIS);
    await closed;
    clearTimeout(graceOver);
  };
}

function hasArrived({ request }: Exchange): boolean {
  return request.complete;
}

/** Paths only: a query or a body may hold what a shopper wrote. */
function waitingLine(exchanges: readonly Exchange[]): string {
  const names = exchanges.map(({ request }) => `${request.method} ${request.url?.split('?')[0]}`);
  const listed = [...new Set(names)].slice(0, 3).join(', ');
  const requests = exchanges.length === 1 ? '1 request' : `${exchanges.length} requests`;
  return `Waiting up to ${STOP_GRACE_MILLIS / 1000} s for ${requests}: ${listed}`;
}
