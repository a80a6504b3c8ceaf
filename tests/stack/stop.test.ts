import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { holdUnfinishedPost } from '@chatspan/loopback-server/testing/raw-connection';
import { chatTrace, postTraces } from '@chatspan-tools/native/testing/chat-trace';
import { startChildServer } from '@chatspan-tools/processes/child-server';
import { beforeEach, expect, onTestFinished, test } from 'vitest';

const TRACE = '0af7651916cd43dd8448eb211c80319c';

let dataDir: string;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'chatspan-stack-'));
  onTestFinished(() => rm(dataDir, { recursive: true }));
});

async function startMain() {
  const lines: string[] = [];
  const ports = ['SHOP', 'CHAT', 'OTLP', 'OTLP_GRPC', 'CLICKHOUSE', 'JAEGER', 'EXPLORER'];
  const stack = await startChildServer({
    name: 'pnpm stack',
    command: process.execPath,
    args: [join(import.meta.dirname, '../../apps/demo/src/stack.ts')],
    env: {
      PATH: process.env.PATH ?? '',
      HOME: process.env.HOME ?? '',
      // No Docker, wherever this test runs.
      DOCKER_HOST: 'tcp://127.0.0.1:9',
      CHATSPAN_STACK_DATA_DIR: dataDir,
      ...Object.fromEntries(ports.map((name) => [`CHATSPAN_${name}_PORT`, '0'])),
    },
    find: [/^ready: (\S+)$/, /^OTLP\/HTTP: (\S+)$/, /^chat backend: (\S+)$/, /^Jaeger API: (\S+)$/],
    onLine: (line) => lines.push(line),
  });
  onTestFinished(() => stack.close());
  const [shop = '', otlp = '', chat = '', jaeger = ''] = stack.found;
  return { ...stack, shop, otlp, chat, jaeger, lines };
}

test('Ctrl-C ends every process within seconds, and what the Collector has acknowledged is stored', async () => {
  const stack = await startMain();
  const attributes = { 'shopping_chat.session.id': 'clicks', 'shopping_chat.event.seq': 7 };
  const events = [{ name: 'shopping_chat.menu_click', attributes }];
  const span = { name: 'shopping_chat.activity', traceId: TRACE, attributes, events };
  expect((await postTraces(stack.otlp, chatTrace([span]))).status).toBe(200);
  await holdUnfinishedPost(stack.otlp, '/v1/traces');
  await holdUnfinishedPost(stack.chat, '/ca/v1/agents/demo/chats/chat-1/send-event');
  await holdUnfinishedPost(stack.shop, '/help');

  const began = performance.now();
  await stack.kill('SIGINT');
  const millis = performance.now() - began;
  expect(stack.exitCode()).toBe(0);
  expect(millis).toBeLessThan(9_000);
  for (const url of [stack.shop, stack.chat, stack.otlp, stack.jaeger]) {
    await expect(fetch(url)).rejects.toThrow('fetch failed');
  }

  const again = await startMain();
  const read = async () => {
    const answer = await fetch(`${again.shop}/api/queries/chat-events?session=clicks`);
    return answer.json();
  };
  await expect
    .poll(read, { timeout: 20_000 })
    .toMatchObject({ rows: [{ event_name: 'shopping_chat.menu_click', seq: 7 }] });
});

test('a second Ctrl-C ends it at once, with its processes', async () => {
  const stack = await startMain();
  await holdUnfinishedPost(stack.otlp, '/v1/traces');
  process.kill(stack.pid, 'SIGINT');
  await expect.poll(() => stack.lines.at(-1), { timeout: 10_000 }).toBe('Waiting for the Collector to stop');
  const began = performance.now();
  await stack.kill('SIGINT');
  expect(performance.now() - began).toBeLessThan(1_000);
  for (const url of [stack.otlp, stack.jaeger]) await expect(fetch(url)).rejects.toThrow('fetch failed');
});
