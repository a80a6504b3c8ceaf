import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Rolldown } from 'vite';
import { build } from 'vite';

/** Builds the page of a folder as a shop would ship it and serves it on 127.0.0.1. */
export async function serveBuiltPage(folder: string): Promise<{ origin: string; close(): Promise<void> }> {
  const { output } = (await build({
    configFile: false,
    logLevel: 'error',
    root: folder,
    build: { write: false },
  })) as Rolldown.RolldownOutput;
  const files = new Map(
    output.map((file) => [`/${file.fileName}`, file.type === 'chunk' ? file.code : file.source]),
  );
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://shop');
    const path = pathname === '/' ? '/index.html' : pathname;
    const content = files.get(path);
    const type = path.endsWith('.html') ? 'text/html; charset=utf-8' : 'text/javascript';
    if (content === undefined) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': type }).end(content);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
