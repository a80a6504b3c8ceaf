import { chromiumLaunchOptions } from '@chatspan-tools/browsers/chromium';
import type { Browser, Page } from 'playwright';
import { chromium } from 'playwright';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { attempt, WAYS } from './attempts.ts';
import type { Servers } from './servers.ts';
import { startServers } from './servers.ts';

let servers: Servers;
let browser: Browser;

beforeAll(async () => {
  servers = await startServers();
  const { args, ...options } = await chromiumLaunchOptions();
  // What an attacker's name server does: one name, first at the attacker's server, then at this machine.
  const rebinding = '--host-resolver-rules=MAP evil.example 127.0.0.1';
  browser = await chromium.launch({ ...options, args: [...args, rebinding] });
}, 90_000);

afterAll(async () => {
  await browser?.close();
  await servers?.close();
});

const SPAN = {
  traceId: '0af7651916cd43dd8448eb211c80319c',
  spanId: 'b7ad6b7169203331',
  name: 'shopping_chat.activity',
  startTimeUnixNano: `${Date.now()}000000`,
};
const TRACES = JSON.stringify({ resourceSpans: [{ scopeSpans: [{ spans: [SPAN] }] }] });
const QUESTION = JSON.stringify({
  event: { _id: 'e1', type: 'text', text: 'warm jacket' },
  conversationId: 'c1',
});

/** What a foreign page would like to reach. It even knows the passwords of ClickHouse. */
function targets() {
  const { shop, backend, chatUrl } = servers;
  const reader = `user=reader&password=${backend.readerPassword}`;
  const writer = `user=writer&password=${backend.writerPassword}`;
  const insert = encodeURIComponent('INSERT INTO otel.chat_events (seq) VALUES (1)');
  return {
    query: { url: `${shop.url}/api/queries/chat-events?session=clicks`, body: '' },
    read: { url: `${backend.clickhouseUrl}/?${reader}&query=SELECT+1`, body: '' },
    insert: { url: `${backend.clickhouseUrl}/?${writer}&query=${insert}`, body: '' },
    traces: { url: `${backend.otlpUrl}/v1/traces`, body: TRACES },
    ask: { url: `${chatUrl}/ca/v1/agents/demo/chats/chat-1/send-event`, body: QUESTION },
    flags: { url: `${chatUrl}/flags`, body: '{"rateLimited":true}' },
  };
}

async function rowsIn(table: string): Promise<string> {
  const { clickhouseUrl, readerPassword } = servers.backend;
  const search = new URLSearchParams({ user: 'reader', password: readerPassword });
  const query = `SELECT count() FROM otel.${table}`;
  return (await fetch(`${clickhouseUrl}/?${search}`, { method: 'POST', body: query })).text();
}

/** Opens a page and notes the status of every answer that its requests get. */
async function open(url: string): Promise<{ page: Page; statuses: Map<string, number[]> }> {
  const page = await browser.newPage();
  onTestFinished(() => page.close());
  await page.goto(url);
  const statuses = new Map<string, number[]>();
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    statuses.set(pathname, [...(statuses.get(pathname) ?? []), response.status()]);
  });
  return { page, statuses };
}

async function expectUntouched(queriesBefore: number): Promise<void> {
  expect(servers.queriesOfShop()).toBe(queriesBefore);
  expect([await rowsIn('chat_events'), await rowsIn('otel_traces')]).toEqual(['0\n', '0\n']);
  const flags = await fetch(`${servers.chatUrl}/flags`);
  expect(Object.values(await flags.json())).not.toContain(true);
}

/** Tries every way to every target; returns what the page could read. */
async function tryAll(page: Page, names: readonly (keyof ReturnType<typeof targets>)[]): Promise<string[]> {
  const read: string[] = [];
  for (const name of names) {
    const { url, body } = targets()[name];
    for (const way of WAYS) {
      if ((await attempt(page, way, url, body)) !== '') read.push(`${name} by ${way}`);
    }
  }
  return read;
}

test('a page of another site reaches no server, in no way', async () => {
  const before = servers.queriesOfShop();
  const { page, statuses } = await open(`http://evil.example:${servers.foreignPort}/`);
  expect(await tryAll(page, ['query', 'read', 'insert', 'traces', 'ask', 'flags'])).toEqual([]);
  await expectUntouched(before);
  // The requests have arrived, and were refused. A GET of the intake is no request that it knows.
  expect(new Set(statuses.get('/api/queries/chat-events'))).toEqual(new Set([403]));
  expect(new Set(statuses.get('/'))).toEqual(new Set([403]));
  expect(new Set(statuses.get('/flags'))).toEqual(new Set([403]));
  expect(new Set(statuses.get('/ca/v1/agents/demo/chats/chat-1/send-event'))).toEqual(new Set([403]));
  expect(new Set(statuses.get('/v1/traces'))).toEqual(new Set([403, 405]));
});

test('a page of another port of this machine reaches neither the queries nor ClickHouse', async () => {
  const before = servers.queriesOfShop();
  const { page, statuses } = await open(`http://127.0.0.1:${servers.foreignPort}/`);
  expect(await tryAll(page, ['query', 'read', 'insert'])).toEqual([]);
  await expectUntouched(before);
  expect(new Set(statuses.get('/api/queries/chat-events'))).toEqual(new Set([403]));
  expect(new Set(statuses.get('/'))).toEqual(new Set([403]));
});

test('a page whose name was pointed at this machine reaches no server, though it counts as its own', async () => {
  const before = servers.queriesOfShop();
  for (const [name, { url, body }] of Object.entries(targets())) {
    const target = new URL(url);
    target.hostname = 'evil.example';
    const page = await browser.newPage();
    onTestFinished(() => page.close());
    // The refusal is a page of this name, too.
    await page.goto(`${target.origin}/attack`);
    const answers = await page.evaluate(
      async ([url, body]) => {
        const ask = async (init: RequestInit) => {
          const response = await fetch(url, init);
          return [response.status, (await response.text()).includes('evil.example')];
        };
        const json = { 'Content-Type': 'application/json' };
        return [
          await ask({}),
          await ask({ method: 'POST', body, headers: json }),
          await ask({ method: 'PUT', body, headers: json }),
        ];
      },
      [target.href, body] as const,
    );
    expect([name, answers]).toEqual([
      name,
      [
        [403, true],
        [403, true],
        [403, true],
      ],
    ]);
  }
  await expectUntouched(before);
});

test("the shop's own page runs its queries", async () => {
  const before = servers.queriesOfShop();
  const { page } = await open(`${servers.shop.url}/help`);
  const answer = await page.evaluate(async () => {
    const response = await fetch('/api/queries/chat-events?session=clicks');
    return [response.status, await response.json()];
  });
  expect(answer).toEqual([200, { rows: [], rows_read: 0, seconds: expect.any(Number) }]);
  expect(servers.queriesOfShop()).toBe(before + 1);
});

test('a link of another site opens the shop', async () => {
  const { page } = await open(`http://evil.example:${servers.foreignPort}/`);
  await page.evaluate((url) => {
    location.href = url;
  }, `${servers.shop.url}/help`);
  await page.getByTestId('nav-footwear').waitFor();
});
