import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { build } from 'vite';

export interface TestShop {
  readonly url: string;
  close(): Promise<void>;
}

/** What a test changes about the page. */
export interface PageOptions {
  readonly config: Record<string, unknown>;
  /** Whether the tracker is there before the widget. */
  readonly tracker?: boolean;
}

const places = `
  <div id="pdp" data-clarity-trigger="PDP_EMBEDDED" data-clarity-product-ids="431374"></div>
  <div id="plp" data-clarity-trigger="PLP_EMBEDDED" data-clarity-product-ids="431374, 531284"></div>
  <div id="banner" data-clarity-trigger="PLP_BANNER" data-clarity-product-ids="531284"></div>
  <div id="search" data-clarity-trigger="SEARCH_SUGGESTION" data-clarity-product-ids="061215"></div>`;

/** A tracker that keeps its calls over page loads, so that an event right before a navigation is seen too. */
const tracker = `
  window.exponea = { track(type, properties) {
    const calls = JSON.parse(sessionStorage.getItem('test.calls') ?? '[]');
    sessionStorage.setItem('test.calls', JSON.stringify([...calls, { type, properties }]));
  } };`;

function page({ config, tracker: withTracker = true }: PageOptions): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1"><title>Test shop</title>
    <link rel="icon" href="data:,">
    <style>
      :root { color-scheme: light dark; font-family: system-ui, sans-serif } body { margin: 16px; max-width: 760px }
      [data-clarity-trigger] { margin-block: 16px }
    </style>
    <h1>Test shop</h1><button id="checkout" onclick="window.clarityChat.close()">Go to checkout</button>
    <script>window.clarityConfig = ${JSON.stringify(config)}; ${withTracker ? tracker : ''}</script>
    ${places}<script type="module" src="/widget.js"></script></html>`;
}

const picture = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><rect width="4" height="4" fill="#b9cbc4"/>
  <path d="M1 1h2l.4 2.4H.6Z" fill="#35584d"/></svg>`;

/** The widget as one script, compiled as the shop's build compiles it. */
async function buildWidget(): Promise<string> {
  const main = path.join(path.dirname(import.meta.dirname), 'main.ts');
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    build: { write: false, modulePreload: false, rolldownOptions: { input: main } },
  });
  const chunk = [result].flat().flatMap((built) => ('output' in built ? built.output : []))[0];
  if (chunk?.type !== 'chunk') throw new Error('The build of the widget gave no script.');
  return chunk.code;
}

/** Serves the same page under every path. */
export async function startTestShop(options: () => PageOptions): Promise<TestShop> {
  const widget = await buildWidget();
  const server = createServer((request, response) => {
    const [type, body] = answerTo(request.url ?? '/');
    response.writeHead(200, { 'Content-Type': type }).end(body);
  });
  function answerTo(url: string): [type: string, body: string] {
    if (url.startsWith('/pictures/')) return ['image/svg+xml', picture];
    if (url === '/widget.js') return ['text/javascript', widget];
    return ['text/html', page(options())];
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
