import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { holdUnfinishedPost } from '@chatspan/loopback-server/testing/raw-connection';
import { expect, onTestFinished, test } from 'vitest';
import { startIntake } from './testing/otlp-intake.ts';
import { runChat } from './testing/running-chat.ts';
import { ask, saidIn } from './testing/send-event.ts';

function startMain(env: Record<string, string>) {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts')], {
    env: { ...process.env, CHATSPAN_CHAT_PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return { child, stderr: text(child.stderr), exited: once(child, 'exit') };
}

async function readyUrl({ child }: ReturnType<typeof startMain>): Promise<string> {
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  expect(line.toString()).toMatch(/^ready: http:\/\/localhost:\d+\n$/);
  return line.toString().slice('ready: '.length).trim();
}

test.each(['SIGTERM', 'SIGINT'] as const)(
  'says when it is ready, and on %s sends its last spans',
  async (signal) => {
    const intake = await startIntake();
    const main = startMain({ OTEL_EXPORTER_OTLP_ENDPOINT: intake.url });
    const answer = await ask(await readyUrl(main), 'warm jacket');
    expect(saidIn(answer)).toContain('/products/431374');
    main.child.kill(signal);
    expect(await main.exited).toEqual([0, null]);
    const spans = intake.bodies.flatMap(({ resourceSpans }) => resourceSpans);
    expect(spans[0]?.resource.attributes).toContainEqual({
      key: 'service.name',
      value: { stringValue: 'chatspan-chat-backend' },
    });
    expect(
      spans
        .flatMap(({ scopeSpans }) => scopeSpans)
        .flatMap((scope) => scope.spans.map(({ name }) => name))
        .sort(),
    ).toEqual([
      'POST /ca/v1/agents/{agent_id}/chats/{chat_id}/send-event',
      'chat mock-shop-1',
      'chat mock-shop-1',
      'execute_tool search_products',
      'invoke_agent Northfell assistant',
    ]);
  },
);

test('a taken port ends it with one sentence', async () => {
  const { port } = new URL(await runChat());
  const main = startMain({ CHATSPAN_CHAT_PORT: port });
  expect(await main.exited).toEqual([1, null]);
  expect(await main.stderr).toBe(`Port ${port} is in use. Set CHATSPAN_CHAT_PORT to use another one.\n`);
});

test('a port that is none ends it with one sentence', async () => {
  const main = startMain({ CHATSPAN_CHAT_PORT: 'eighty' });
  expect(await main.exited).toEqual([1, null]);
  expect(await main.stderr).toBe('CHATSPAN_CHAT_PORT is not a port (0 to 65535): eighty\n');
});

test('spans that nobody takes are said, and it still ends well', async () => {
  const main = startMain({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1' });
  await ask(await readyUrl(main), 'hello');
  main.child.kill('SIGTERM');
  expect(await main.exited).toEqual([0, null]);
  // Said by the exporter, or on the way out when the exporter had no time to.
  expect(await main.stderr).toContain('127.0.0.1:1');
});

test('half a request and an answer under way do not keep it from ending', async () => {
  const intake = await startIntake();
  const main = startMain({ OTEL_EXPORTER_OTLP_ENDPOINT: intake.url });
  const url = await readyUrl(main);
  const flags = { method: 'PUT', body: '{"slowModel":true}' };
  expect((await fetch(`${url}/flags`, flags)).status).toBe(200);
  const held = await holdUnfinishedPost(url, '/ca/v1/agents/demo/chats/chat-1/send-event');
  const answer = ask(url, 'warm jacket').catch((error: Error) => error.message);
  const began = performance.now();
  main.child.kill('SIGINT');
  expect(await main.exited).toEqual([0, null]);
  expect(performance.now() - began).toBeLessThan(5_000);
  await held.closed;
  await answer;
});

test('a second Ctrl-C does not wait for the last spans', async () => {
  // Takes the spans and never answers.
  const silent = createServer(() => {}).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  onTestFinished(() => {
    silent.closeAllConnections();
    silent.close();
  });
  const { port } = silent.address() as AddressInfo;
  const main = startMain({ OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}` });
  await ask(await readyUrl(main), 'hello');
  const sending = once(silent, 'request');
  const began = performance.now();
  main.child.kill('SIGINT');
  await sending;
  const again = setInterval(() => main.child.kill('SIGINT'), 50);
  expect(await main.exited).toEqual([null, 'SIGINT']);
  clearInterval(again);
  expect(performance.now() - began).toBeLessThan(2_000);
});
