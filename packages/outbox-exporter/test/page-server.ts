import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { OutboxOptions } from '../src/index.ts';
import type { OtelLine } from './bundle.ts';
import { bundle } from './bundle.ts';

export interface PageServer {
  /** The address of a page with an outbox of these options; `path` tells pages apart. */
  page(path: string, options: OutboxOptions): string;
  close(): Promise<void>;
}

/** Serves the same page at every path, on a loopback origin of its own. */
export async function servePages(line: OtelLine): Promise<PageServer> {
  const script = await bundle('outbox-page.ts', line);
  const html = `<!doctype html><title>outbox</title><script type="module">${script.replaceAll('</', '<\\/')}</script>`;
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    page: (path, options) =>
      `http://127.0.0.1:${port}/${path}?options=${encodeURIComponent(JSON.stringify(options))}`,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
