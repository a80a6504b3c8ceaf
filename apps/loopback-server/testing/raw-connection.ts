import { once } from 'node:events';
import type { Socket } from 'node:net';
import { connect } from 'node:net';

export interface RawConnection {
  readonly socket: Socket;
  /** Everything that was received so far. */
  received(): string;
  /** Resolves when the other side has closed the connection. */
  readonly closed: Promise<unknown>;
}

/** A TCP connection to a server, with these bytes sent as its first. */
export async function rawConnection(port: number, bytes: string): Promise<RawConnection> {
  const socket = connect(port, '127.0.0.1');
  let text = '';
  socket.on('data', (chunk) => {
    text += chunk;
  });
  // A connection that is cut is what some tests want; `closed` tells of it.
  socket.on('error', () => {});
  const closed = new Promise((resolve) => socket.once('close', resolve));
  await once(socket, 'connect');
  if (bytes !== '') socket.write(bytes);
  return { socket, received: () => text, closed };
}

/** A POST whose body never comes to its end. */
export function unfinishedPost(path: string, contentType = 'application/json'): string {
  const head = [
    `POST ${path} HTTP/1.1`,
    'Host: localhost:PORT',
    `Content-Type: ${contentType}`,
    'Content-Length: 1000',
  ];
  return `${head.join('\r\n')}\r\n\r\n{"half":`;
}

/** Sends {@link unfinishedPost} to a server. */
export function holdUnfinishedPost(url: string, path: string, contentType?: string): Promise<RawConnection> {
  const port = Number(new URL(url).port);
  return rawConnection(port, unfinishedPost(path, contentType).replace('PORT', String(port)));
}
