// Bytes on the wire of one scripted chat of 60 events, plain and with gzip, page exit included. Prints JSON.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import type { Browser } from 'playwright';
import { chromium } from 'playwright';
import { bundle } from '../test/bundle.ts';
import { chromiumLaunch } from '../test/chromium-launch.ts';

/** Milliseconds between two events: the chat takes 12 s. */
const PACE = 200;
const EVENT = /"name":"shopping_chat\.[^"]*","timeUnixNano"/g;

interface WireBytes {
  requests: number;
  /** Request bodies as sent. */
  bodyBytes: number;
  /** Everything that came over the connections: bodies, headers and preflights. */
  allBytes: number;
  events: number;
}

const script = (await bundle('../bench/wire-page.ts', '2.x')).replaceAll('</', '<\\/');
const page = createServer((_, response) => {
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end(`<!doctype html><script type="module">${script}</script>`);
});
const origin = await listen(page);
const browser = await chromium.launch(await chromiumLaunch());
const plain = await playChat(browser, 'none');
const gzip = await playChat(browser, 'gzip');
const version = browser.version();
await browser.close();
page.close();

const saved = (of: 'bodyBytes' | 'allBytes') => `${Math.round(100 * (1 - gzip[of] / plain[of]))} %`;
const report = {
  browser: version,
  plain,
  gzip,
  saved: { bodies: saved('bodyBytes'), all: saved('allBytes') },
};
process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);

/** Plays the chat once in a fresh browser context against a receiver of another origin, and leaves the page. */
async function playChat(browser: Browser, compression: 'none' | 'gzip'): Promise<WireBytes> {
  process.stderr.write(`playing the chat, compression: ${compression}\n`);
  const counted: WireBytes = { requests: 0, bodyBytes: 0, allBytes: 0, events: 0 };
  const receiver = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      response.setHeader('access-control-allow-origin', '*');
      response.setHeader('access-control-allow-headers', 'content-type, content-encoding');
      response.setHeader('access-control-max-age', '7200');
      if (request.method === 'POST') {
        const body = Buffer.concat(parts);
        const json = request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body;
        counted.requests += 1;
        counted.bodyBytes += body.length;
        counted.events += json.toString().match(EVENT)?.length ?? 0;
      }
      response.setHeader('content-type', 'application/json').end('{"partialSuccess":{}}');
    });
  });
  receiver.on('connection', (socket) => {
    socket.on('close', () => {
      counted.allBytes += socket.bytesRead;
    });
  });
  const url = `${await listen(receiver)}/v1/traces`;
  const context = await browser.newContext();
  const tab = await context.newPage();
  await tab.goto(`${origin}/?${new URLSearchParams({ url, compression })}`);
  const played = await tab.evaluate((pace) => window.wirePage.play(pace), PACE);
  await tab.goto('about:blank');
  const deadline = Date.now() + 10_000;
  while (counted.events < played) {
    if (Date.now() > deadline) throw new Error(`${counted.events} of ${played} events arrived within 10 s.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await context.close();
  const closed = new Promise((resolve) => receiver.close(resolve));
  receiver.closeAllConnections();
  await closed;
  return counted;
}

async function listen(server: ReturnType<typeof createServer>): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
