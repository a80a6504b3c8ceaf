import type { RequestListener } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ListeningServer {
  readonly url: string;
  /** Stops listening, lets the requests under way finish, and closes idle connections. */
  close(): Promise<void>;
}

/**
 * @throws Error that names the port and the environment variable that changes it, when the port is taken.
 */
export async function listen(
  handler: RequestListener,
  address: { host: string; port: number; variable: string },
): Promise<ListeningServer> {
  const { host, port, variable } = address;
  const server = createServer(handler);
  let isClosing = false;
  server.on('request', (_request, response) => {
    response.once('close', () => {
      // A connection kept alive would hold up close() until its time is over.
      if (isClosing) setImmediate(() => server.closeIdleConnections());
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = `Port ${port} is in use. Stop what uses it, or set ${variable} to another port.`;
      reject(error.code === 'EADDRINUSE' ? new Error(taken, { cause: error }) : error);
    });
    server.listen(port, host, resolve);
  });
  return {
    url: `http://${host}:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve, reject) => {
        isClosing = true;
        server.close((error) => (error === undefined ? resolve() : reject(error)));
        server.closeIdleConnections();
      }),
  };
}
