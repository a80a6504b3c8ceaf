import type { RequestListener, Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { namesOwnHost } from './own-hosts.ts';
import { refuse } from './refuse.ts';
import { stoppable } from './stoppable.ts';

export interface StartServerOptions {
  /** TCP port; 0 takes a free one. */
  readonly port: number;
  /** The environment variable that sets the port, for the message when the port is in use. */
  readonly variable: string;
  /** Address to listen on. @default '127.0.0.1' */
  readonly host?: string;
  /** Values of `Host` to answer for besides this machine's own, see {@link namesOwnHost}. @default none */
  readonly allowedHosts?: readonly string[];
  /** How long a request may take to arrive, in milliseconds. @default Node's 5 minutes */
  readonly requestTimeoutMillis?: number;
}

export interface StartedServer {
  readonly port: number;
  /**
   * Stops listening. Idle connections and those with half a request are closed at once; requests that have arrived get
   * {@link STOP_GRACE_MILLIS} for their answers, then their connections are closed, too.
   * @param onWaiting Called with a sentence that names the requests that are waited for, when there are any.
   */
  stop(onWaiting?: (line: string) => void): Promise<void>;
}

/**
 * Starts an HTTP server. A request whose `Host` is not this server gets 403.
 * @throws Error with the port and its variable when the port is in use.
 */
export async function startServer(
  listener: RequestListener,
  options: StartServerOptions,
): Promise<StartedServer> {
  const { port, host = '127.0.0.1', allowedHosts = [], requestTimeoutMillis, variable } = options;
  const server = createServer(
    { ...(requestTimeoutMillis !== undefined && { requestTimeout: requestTimeoutMillis }) },
    (request, response) => {
      if (namesOwnHost(request, allowedHosts)) return listener(request, response);
      const name = JSON.stringify(request.headers.host ?? '');
      const advice = 'To allow a name of yours, add it with its port to CHATSPAN_ALLOWED_HOSTS.';
      return refuse(request, response, `This server does not answer for the host ${name}. ${advice}`);
    },
  );
  const stop = stoppable(server);
  await listen(server, { port, host, variable });
  return { port: (server.address() as AddressInfo).port, stop };
}

function listen(server: Server, address: { port: number; host: string; variable: string }): Promise<void> {
  const { port, host, variable } = address;
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const inUse = `Port ${port} is in use. Set ${variable} to use another one.`;
      reject(error.code === 'EADDRINUSE' ? new Error(inUse, { cause: error }) : error);
    });
    server.listen(port, host, resolve);
  });
}
