import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chatTrace, postTraces } from '@chatspan-tools/native/testing/chat-trace';
import { eventually } from '@chatspan-tools/native/testing/eventually';
import { startChildServer } from '@chatspan-tools/processes/child-server';
import { beforeEach, expect, onTestFinished, test } from 'vitest';

const MAIN = join(import.meta.dirname, '../../apps/demo/src/stack.ts');
const TRACE = '0af7651916cd43dd8448eb211c80319c';

let dataDir: string;
let env: Record<string, string>;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'chatspan-stack-'));
  onTestFinished(() => rm(dataDir, { recursive: true }));
  env = {
    PATH: process.env.PATH ?? '',
    HOME: process.env.HOME ?? '',
    // No Docker, wherever this test runs.
    DOCKER_HOST: 'tcp://127.0.0.1:9',
    CHATSPAN_STACK_DATA_DIR: dataDir,
    CHATSPAN_CLICKHOUSE_FLUSH: '100ms',
  };
  for (const name of ['SHOP', 'CHAT', 'OTLP', 'OTLP_GRPC', 'CLICKHOUSE', 'JAEGER', 'EXPLORER'])
    env[`CHATSPAN_${name}_PORT`] = '0';
});

const run = (extra: Record<string, string>) =>
  promisify(execFile)(process.execPath, [MAIN], { env: { ...env, ...extra } });

test('without Docker, a chat event reaches ClickHouse and Jaeger, and Ctrl-C stops everything', async () => {
  const stack = await startChildServer({
    name: 'pnpm stack',
    command: process.execPath,
    args: [MAIN],
    env,
    find: [/^ready: (\S+)$/, /^OTLP\/HTTP: (\S+)$/, /^Jaeger API: (\S+)$/],
  });
  onTestFinished(() => stack.kill('SIGKILL'));
  const [shop = '', otlp = '', jaeger = ''] = stack.found;
  const event = {
    name: 'shopping_chat.menu_click',
    attributes: { 'shopping_chat.action': 'menu_click', 'shopping_chat.event.seq': 7 },
  };
  const attributes = { 'shopping_chat.session.id': 'clicks' };
  const span = { name: 'shopping_chat.activity', traceId: TRACE, attributes, events: [event] };
  expect((await postTraces(otlp, chatTrace([span]))).status).toBe(200);

  const [row] = await eventually('the event in ClickHouse, as the shop reads it', async () => {
    const answer = await fetch(`${shop}/api/queries/chat-events?session=clicks`);
    const { rows } = (await answer.json()) as { rows: object[] };
    return rows.length > 0 && rows;
  });
  expect(row).toMatchObject({ event_name: 'shopping_chat.menu_click', seq: 7 });
  await eventually('the trace in Jaeger', async () => (await fetch(`${jaeger}/api/v3/traces/${TRACE}`)).ok);

  const children = await promisify(execFile)('ps', ['-o', 'pid=', '--ppid', String(stack.pid)]);
  const pids = children.stdout.trim().split(/\s+/).map(Number);
  expect(pids.length).toBeGreaterThanOrEqual(3);
  await stack.kill('SIGINT');
  expect(stack.exitCode()).toBe(0);
  expect(pids.filter(isAlive)).toEqual([]);
});

test('a taken port is named, with the variable that changes it, before anything starts', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  onTestFinished(() => void taken.close());
  const { port } = taken.address() as AddressInfo;
  await expect(run({ CHATSPAN_OTLP_PORT: String(port) })).rejects.toMatchObject({
    code: 1,
    stderr: `In use by another program: port ${port} (set CHATSPAN_OTLP_PORT to use another).\n`,
  });
});

test('a port that is none is named', async () => {
  await expect(run({ CHATSPAN_SHOP_PORT: 'eighty' })).rejects.toMatchObject({
    code: 1,
    stderr: 'CHATSPAN_SHOP_PORT is not a port (0 to 65535): eighty\n',
  });
});

test('with neither Docker nor Go, one sentence says what to install', async () => {
  await expect(run({ PATH: dataDir, CHATSPAN_CACHE_DIR: join(dataDir, 'cache') })).rejects.toMatchObject({
    code: 1,
    stderr:
      'The collector binary cannot be built. Go is not installed. Install Go 1.26 or newer, or start Docker.\n',
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
