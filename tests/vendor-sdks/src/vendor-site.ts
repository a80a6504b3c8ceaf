import { readFile } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { bundle, globalBuild } from '@chatspan/instrumentation/test/pages/build-site';
import { chromiumLaunchOptions } from '@chatspan-tools/browsers/chromium';
import type { Browser, BrowserContext } from 'playwright';
import { chromium } from 'playwright';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import type { Intake } from './intake.ts';
import { createIntake } from './intake.ts';

const PAGES = join(import.meta.dirname, 'pages');

/** A shopper with storage of their own, and what their pages have sent. */
export interface Shopper extends Pick<Intake, 'spans'> {
  readonly context: BrowserContext;
  /** Address of a page with these scripts, in this order. */
  url(path: string, scripts: readonly string[]): string;
}

/** Builds the scripts once, and starts one browser, for the tests of a file. */
export function useVendorSite(entries: readonly string[]): () => Promise<Shopper> {
  let scripts: ReadonlyMap<string, string> = new Map();
  let browser: Browser | undefined;
  beforeAll(async () => {
    scripts = await buildScripts(entries);
    browser = await chromium.launch(await chromiumLaunchOptions());
  });
  afterAll(() => browser?.close());
  return async () => {
    if (!browser)
      throw new Error('The browser has not started. Call useVendorSite() at the top of the test file.');
    const { take, spans } = createIntake();
    const origin = await servePages(scripts);
    const intake = await serve((request, response) => {
      take(request, response).catch((error: Error) => response.writeHead(400).end(error.message));
    });
    const context = await browser.newContext();
    onTestFinished(() => context.close());
    return {
      context,
      spans,
      url: (path, names) => `${origin}/${path}?${new URLSearchParams({ scripts: names.join(' '), intake })}`,
    };
  };
}

async function buildScripts(entries: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const scripts = new Map([
    ['chatspan', await globalBuild()],
    ['chat-npm', await bundle(join(PAGES, 'chat-npm.ts'))],
    ['chat-iife', await readFile(join(PAGES, 'chat-iife.js'), 'utf8')],
  ]);
  for (const entry of entries) scripts.set(entry, await bundle(join(PAGES, `${entry}.ts`)));
  return scripts;
}

/** Serves pages until the test has finished. */
function servePages(scripts: ReadonlyMap<string, string>): Promise<string> {
  return serve((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const script = scripts.get(pathname.slice(1, -3));
    response.setHeader('content-type', script === undefined ? 'text/html' : 'text/javascript');
    response.end(script ?? html(searchParams.get('scripts')?.split(' ') ?? []));
  });
}

/** Serves until the test has finished. Returns the origin. */
async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function html(names: readonly string[]): string {
  const scripts = names.map((name) => `<script src="/${name}.js"></script>`);
  return `<!doctype html>\n<html lang="en">\n<title>Shop</title>\n${scripts.join('\n')}\n</html>\n`;
}
