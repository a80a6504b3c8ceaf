import { createServer } from 'node:http';
import type { PageFiles } from '../browser/build-page.ts';
import { closeServer, listen } from './listen.ts';

/** A shop whose pages are empty but for a peer: `/<row>/` and, one link on, `/<row>/next/`. */
export interface Shop {
  readonly url: string;
  /** Puts a row's files on their pages. */
  add(row: string, files: PageFiles): void;
  close(): Promise<void>;
}

// Isolated, so that the page's clock goes in steps of 5 and not of 100 microseconds.
const ISOLATED = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
};

/** Starts the shop on a port of its own. */
export async function startShop(): Promise<Shop> {
  const rows = new Map<string, PageFiles>();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://shop');
    const [, row = '', file = ''] = pathname.split('/');
    const files = rows.get(row);
    const script = files?.get(file);
    if (script) {
      response.writeHead(200, { ...ISOLATED, 'content-type': 'text/javascript' }).end(script.code);
    } else if (files && (file === '' || file === 'next')) {
      const html = `<!doctype html><title>Shop</title><script type="module" src="/${row}/entry.js"></script>`;
      response.writeHead(200, { ...ISOLATED, 'content-type': 'text/html' }).end(html);
    } else {
      response.writeHead(404).end();
    }
  });
  const url = await listen(server);
  return { url, add: (row, files) => void rows.set(row, files), close: () => closeServer(server) };
}
