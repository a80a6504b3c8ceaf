import { request } from 'node:http';
import { beforeEach, expect, test, vi } from 'vitest';
import { serveChat } from './serve-chat.ts';
import type { SpanNode } from './testing/recorded-spans.ts';
import { endedSpans, recordSpans, spanTrees } from './testing/recorded-spans.ts';
import { ENDLESS_PLAN, NO_WAITS, runChat, setFlags } from './testing/running-chat.ts';
import { ask, rawAnswer, sendEvent, userText } from './testing/send-event.ts';
import { SMALL_CATALOGUE } from './testing/small-catalogue.ts';

const exporter = recordSpans();
beforeEach(() => exporter.reset());

/** Each span as `name status error.type http status`, indented under its parent. */
async function outline(): Promise<string[]> {
  const lines = (node: SpanNode, indent: string): string[] => {
    const { name, status, attributes, children } = node;
    const facts = [
      name.split(' ')[0],
      status,
      attributes['error.type'],
      attributes['http.response.status_code'],
    ];
    const line = indent + facts.filter((fact) => fact !== undefined).join(' ');
    return [line, ...children.flatMap((child) => lines(child, `${indent}  `))];
  };
  return spanTrees(await endedSpans(exporter)).flatMap((root) => lines(root, ''));
}

test('a failed search fails the agent and the request, not the model call before it', async () => {
  const base = await runChat();
  await setFlags(base, { toolError: true });
  await ask(base, 'waterproof shell');
  expect(await outline()).toEqual([
    'POST ERROR tool_error 200',
    '  invoke_agent ERROR tool_error',
    '    chat UNSET',
    '    execute_tool ERROR tool_error',
  ]);
});

test('a cut stream fails the answering model call, the agent and the request', async () => {
  const base = await runChat();
  await setFlags(base, { streamCut: true });
  await rawAnswer(base, userText('hello'));
  expect(await outline()).toEqual([
    'POST ERROR stream_cut 200',
    '  invoke_agent ERROR stream_cut',
    '    chat UNSET',
    '    chat ERROR stream_cut',
  ]);
});

test('a client that goes away ends every open span', async () => {
  const base = await runChat({ latency: { ...NO_WAITS, chunkMs: 60_000 } });
  const leave = new AbortController();
  const response = await sendEvent(base, userText('hello'), { signal: leave.signal });
  const reader = response.body?.getReader();
  let text = '';
  while (!text.includes('ASSISTANT.TEXT')) text += new TextDecoder().decode((await reader?.read())?.value);
  leave.abort();
  expect(await outline()).toEqual([
    'POST ERROR client_aborted 200',
    '  invoke_agent ERROR client_aborted',
    '    chat UNSET',
    '    chat ERROR client_aborted',
  ]);
});

test('a client that goes away while it still sends its event ends the SERVER span', async () => {
  const base = await runChat();
  const logged = vi.spyOn(console, 'error').mockReturnValue();
  const sent = request(`${base}/ca/v1/agents/demo/chats/chat-1/send-event`, { method: 'POST' });
  sent.on('error', () => undefined); // its own hanging up
  await new Promise((written) => sent.write('{"event":', written));
  sent.destroy();
  expect(await outline()).toEqual(['POST ERROR client_aborted']);
  expect(logged).not.toHaveBeenCalled();
  logged.mockRestore();
});

test('an answer over the limit is a timeout in every open span', async () => {
  await ask(await runChat({ latency: ENDLESS_PLAN, limitMs: 50 }), 'hello');
  expect(await outline()).toEqual([
    'POST ERROR timeout 200',
    '  invoke_agent ERROR timeout',
    '    chat ERROR timeout',
  ]);
});

test('closing the server ends the answers under way with an apology, and their spans', async () => {
  const server = await serveChat({ port: 0, latency: ENDLESS_PLAN, catalogue: SMALL_CATALOGUE });
  const response = await sendEvent(server.url, userText('hello'));
  await server.close();
  expect(await outline()).toEqual([
    'POST ERROR server_shutdown 200',
    '  invoke_agent ERROR server_shutdown',
    '    chat ERROR server_shutdown',
  ]);
  expect(((await response.json()) as unknown[]).at(-1)).toMatchObject({
    type: 'FATAL_ERROR',
    text: 'I have to go for a moment. Please try again.',
  });
});

test.each([
  [400, { type: 'ADD_MESSAGE.USER.TEXT' } as const, {}],
  [404, userText('hello'), { agentId: 'other' }],
])('a %i is no error of the server', async (status, content, sending) => {
  await (await sendEvent(await runChat(), content, sending)).text();
  expect(await outline()).toEqual([`POST UNSET ${status}`]);
});

test('a question over the rate limit is no error of the server', async () => {
  const base = await runChat();
  await setFlags(base, { rateLimited: true });
  await (await sendEvent(base, userText('hello'))).text();
  expect(await outline()).toEqual(['POST UNSET 429']);
});

test('a failure before the answer is an error of the server', async () => {
  const logged = vi.spyOn(console, 'error').mockReturnValue();
  const catalogue = new Proxy(SMALL_CATALOGUE, {
    get: () => {
      throw new TypeError('broken catalogue');
    },
  });
  await (await sendEvent(await runChat({ catalogue }), userText('hello'))).text();
  expect(await outline()).toEqual(['POST ERROR 500 500']);
  logged.mockRestore();
});
