import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { ChildServer } from '@chatspan-tools/processes/child-server';
import { startChildServer } from '@chatspan-tools/processes/child-server';
import { beforeEach, expect, onTestFinished, test } from 'vitest';

const MAIN = join(import.meta.dirname, 'demo.ts');
const run = promisify(execFile);

let dataDir: string;
let env: Record<string, string>;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'chatspan-demo-'));
  onTestFinished(() => rm(dataDir, { recursive: true }));
  env = { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', CHATSPAN_DATA_DIR: dataDir };
  for (const name of ['SHOP', 'CHAT', 'OTLP', 'CLICKHOUSE', 'EXPLORER']) env[`CHATSPAN_${name}_PORT`] = '0';
});

async function startMain(...args: string[]): Promise<ChildServer> {
  const demo = await startChildServer({
    name: 'pnpm demo',
    command: process.execPath,
    args: [MAIN, ...args],
    env,
    find: [/^ready: (\S+)\/$/, /^OTLP\/HTTP: (\S+)$/, /^assistant: (\S+)$/, /^all chats: (\S+)\/$/],
  });
  onTestFinished(() => demo.kill('SIGKILL'));
  return demo;
}

function traces(): string {
  const nanoseconds = `${Date.now()}000000`;
  const attributes = [{ key: 'shopping_chat.event.seq', value: { intValue: '7' } }];
  const event = { timeUnixNano: nanoseconds, name: 'shopping_chat.menu_click', attributes };
  const ids = { traceId: '0af7651916cd43dd8448eb211c80319c', spanId: 'b7ad6b7169203331' };
  const session = { key: 'shopping_chat.session.id', value: { stringValue: 'clicks' } };
  const span = {
    ...ids,
    name: 'shopping_chat.activity',
    attributes: [session],
    startTimeUnixNano: nanoseconds,
    events: [event],
  };
  return JSON.stringify({ resourceSpans: [{ scopeSpans: [{ spans: [span] }] }] });
}

/** What the shop's panel reads. */
async function eventsOf(shop: string): Promise<unknown[]> {
  const answer = await fetch(`${shop}/api/queries/chat-events?session=clicks`);
  const { rows } = (await answer.json()) as { rows: { event_name: string; seq: number }[] };
  return rows.map(({ event_name, seq }) => [event_name, seq]);
}

test('an event that is sent is what the shop reads, over restarts, and Ctrl-C stops everything', async () => {
  const first = await startMain();
  const [shop = '', otlp = '', assistant = '', explorer = ''] = first.found;
  expect((await fetch(`${assistant}/flags`)).status).toBe(200);
  const post = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: traces() };
  expect((await fetch(`${otlp}/v1/traces`, post)).status).toBe(200);
  const expected = [['shopping_chat.menu_click', 7]];
  expect(await eventsOf(shop)).toEqual(expected);
  const session = await fetch(`${explorer}/api/queries/explorer-session?session=clicks`);
  expect(await session.json()).toMatchObject({ rows: [{ chat_session_id: 'clicks', events: 1 }] });

  const children = await run('ps', ['-o', 'pid=', '--ppid', String(first.pid)]);
  const pids = children.stdout.trim().split(/\s+/).map(Number);
  expect(pids.length).toBeGreaterThanOrEqual(1);
  await first.kill('SIGINT');
  expect(first.exitCode()).toBe(0);
  expect(pids.filter(isAlive)).toEqual([]);
  // No password stays behind.
  expect(await readdir(dataDir)).toEqual(['engine']);

  const second = await startMain();
  expect(await eventsOf(second.found[0] ?? '')).toEqual(expected);
  const access = JSON.parse(await readFile(join(dataDir, 'access.json'), 'utf8')) as { readerUser: string };
  expect(access.readerUser).toBe('reader');
  await second.kill('SIGTERM');
  expect(second.exitCode()).toBe(0);

  const third = await startMain('--fresh');
  expect(await eventsOf(third.found[0] ?? '')).toEqual([]);
  await third.close();
});

test.for(['SHOP', 'CHAT', 'OTLP', 'CLICKHOUSE', 'EXPLORER'])(
  'a taken %s port is named, with its variable',
  async (name) => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    onTestFinished(() => void taken.close());
    const { port } = taken.address() as AddressInfo;
    const variable = `CHATSPAN_${name}_PORT`;
    await expect(
      run(process.execPath, [MAIN], { env: { ...env, [variable]: String(port) } }),
    ).rejects.toMatchObject({
      code: 1,
      stderr: `In use by another program: port ${port} (set ${variable} to use another).\n`,
    });
  },
);

test('an argument that there is not is an error', async () => {
  await expect(run(process.execPath, [MAIN, '--frsh'], { env })).rejects.toMatchObject({
    code: 1,
    stderr: 'Unknown argument --frsh. There is one: --fresh, to begin with an empty database.\n',
  });
});

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    return false;
  }
}
