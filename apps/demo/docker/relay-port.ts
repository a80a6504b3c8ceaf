import { once } from 'node:events';
import { connect, createServer } from 'node:net';

/** The demo's servers listen on loopback; a published port of a container arrives at its own address. */
export async function relayPort(from: number, to: number): Promise<void> {
  const server = createServer((client) => {
    const upstream = connect(to, '127.0.0.1');
    client.pipe(upstream).pipe(client);
    client.on('error', () => upstream.destroy());
    upstream.on('error', () => client.destroy());
  }).listen(from, '0.0.0.0');
  await once(server, 'listening');
}
