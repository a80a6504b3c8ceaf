import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { holdUnfinishedPost } from '@chatspan/loopback-server/testing/raw-connection';
import { chatTrace, postTraces } from '@chatspan-tools/native/testing/chat-trace';
import type { ChildServer } from '@chatspan-tools/processes/child-server';
import { startChildServer } from '@chatspan-tools/processes/child-server';
import { beforeEach, expect, onTestFinished, test } from 'vitest';

interface RunningDemo extends ChildServer {
  shop: string;
  otlp: string;
  chat: string;
  clickhouse: string;
  lines: string[];
}

let dataDir: string;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'chatspan-demo-'));
  onTestFinished(() => rm(dataDir, { recursive: true }));
});

async function startMain(): Promise<RunningDemo> {
  const lines: string[] = [];
  const ports = ['SHOP', 'CHAT', 'OTLP', 'CLICKHOUSE', 'EXPLORER'].map((name) => [
    `CHATSPAN_${name}_PORT`,
    '0',
  ]);
  const demo = await startChildServer({
    name: 'pnpm demo',
    command: process.execPath,
    args: [join(import.meta.dirname, 'demo.ts')],
    env: {
      PATH: process.env.PATH ?? '',
      HOME: process.env.HOME ?? '',
      CHATSPAN_DATA_DIR: dataDir,
      ...Object.fromEntries(ports),
    },
    find: [/^ready: (\S+)\/$/, /^OTLP\/HTTP: (\S+)$/, /^assistant: (\S+)$/, /^ClickHouse: (\S+)$/],
    onLine: (line) => lines.push(line),
  });
  onTestFinished(() => demo.close());
  const [shop = '', otlp = '', chat = '', clickhouse = ''] = demo.found;
  return { ...demo, shop, otlp, chat, clickhouse, lines };
}

/** What a trial left behind: half a request at each server, and a query that would take hours. */
async function holdEverything({ shop, otlp, chat, clickhouse }: RunningDemo): Promise<void> {
  const { readerPassword } = JSON.parse(await readFile(join(dataDir, 'access.json'), 'utf8')) as {
    readerPassword: string;
  };
  await holdUnfinishedPost(otlp, '/v1/traces');
  await holdUnfinishedPost(otlp, '/v1/logs');
  await holdUnfinishedPost(chat, '/ca/v1/agents/demo/chats/chat-1/send-event');
  await holdUnfinishedPost(shop, '/api/queries/chat-events');
  const ask = (query: string) =>
    fetch(`${clickhouse}/?user=reader&password=${readerPassword}`, { method: 'POST', body: query });
  // The demo ends it.
  ask('SELECT sum(cityHash64(number)) FROM numbers(1e12)').catch(() => {});
  const running = "SELECT count() FROM system.processes WHERE query NOT LIKE '%system.processes%'";
  await expect.poll(async () => (await ask(running)).text()).toBe('1\n');
}

async function millisToEnd(demo: RunningDemo): Promise<number> {
  const began = performance.now();
  await expect.poll(() => demo.exitCode(), { timeout: 60_000, interval: 20 }).not.toBeNull();
  return performance.now() - began;
}

test('Ctrl-C ends it within seconds, says what it waits for, and keeps what was acknowledged', async () => {
  const demo = await startMain();
  const attributes = { 'shopping_chat.session.id': 'clicks', 'shopping_chat.event.seq': 7 };
  const span = {
    name: 'shopping_chat.activity',
    attributes,
    events: [{ name: 'shopping_chat.menu_click', attributes }],
  };
  expect((await postTraces(demo.otlp, chatTrace([span]))).status).toBe(200);
  await holdEverything(demo);

  process.kill(demo.pid, 'SIGINT');
  expect(await millisToEnd(demo)).toBeLessThan(8_000);
  expect(demo.exitCode()).toBe(0);
  expect(demo.lines.slice(demo.lines.indexOf('Stopping. Press Ctrl-C again to end it now.'))).toEqual([
    'Stopping. Press Ctrl-C again to end it now.',
    'Waiting up to 3 s for 1 request: POST /',
    'Waiting for the back end to stop',
  ]);

  const again = await startMain();
  const answer = await fetch(`${again.shop}/api/queries/chat-events?session=clicks`);
  expect(await answer.json()).toMatchObject({ rows: [{ event_name: 'shopping_chat.menu_click', seq: 7 }] });
});

test('a second Ctrl-C ends it at once, with its children', async () => {
  const demo = await startMain();
  await holdEverything(demo);
  process.kill(demo.pid, 'SIGINT');
  await expect.poll(() => demo.lines.at(-1), { timeout: 5_000 }).toBe('Waiting for the back end to stop');
  const began = performance.now();
  await demo.kill('SIGINT');
  expect(performance.now() - began).toBeLessThan(1_000);
  // By the signal, which a shell calls 130.
  expect(demo.exitCode()).toBeNull();
  await expect(fetch(`${demo.chat}/flags`)).rejects.toThrow('fetch failed');
});
