import { beforeEach, expect, test } from 'vitest';
import { endedSpans, recordSpans, spanTrees } from './testing/recorded-spans.ts';
import { runChat } from './testing/running-chat.ts';
import { ask, sendEvent } from './testing/send-event.ts';

const exporter = recordSpans();
beforeEach(() => exporter.reset());

const ROUTE = '/ca/v1/agents/{agent_id}/chats/{chat_id}/send-event';
const CONVERSATION = { 'gen_ai.conversation.id': 'chat-1' };

function server(base: string, status: number): Record<string, unknown> {
  return {
    ...CONVERSATION,
    'http.request.method': 'POST',
    'http.route': ROUTE,
    'http.response.status_code': status,
    'network.protocol.version': '1.1',
    'server.address': '127.0.0.1',
    'server.port': Number(new URL(base).port),
    'url.path': '/ca/v1/agents/demo/chats/chat-1/send-event',
    'url.scheme': 'http',
    'user_agent.original': 'node',
  };
}

const CHAT = {
  ...CONVERSATION,
  'gen_ai.operation.name': 'chat',
  'gen_ai.provider.name': 'mock',
  'gen_ai.request.model': 'mock-shop-1',
  'gen_ai.response.model': 'mock-shop-1-2026-11',
  'gen_ai.response.id': expect.stringMatching(/^resp_[0-9a-f]{24}$/),
};

const PLAN = {
  name: 'chat mock-shop-1',
  kind: 'CLIENT',
  status: 'UNSET',
  attributes: {
    ...CHAT,
    'gen_ai.response.finish_reasons': ['tool_call'],
    'gen_ai.usage.input_tokens': 33,
    'gen_ai.usage.output_tokens': 8,
  },
  children: [],
};

test('a question is a SERVER span over the agent, its two model calls and its search', async () => {
  const base = await runChat();
  await ask(base, 'waterproof shell');
  expect(spanTrees(await endedSpans(exporter))).toEqual([
    {
      name: `POST ${ROUTE}`,
      kind: 'SERVER',
      status: 'UNSET',
      attributes: server(base, 200),
      children: [
        {
          name: 'invoke_agent Northfell assistant',
          kind: 'INTERNAL',
          status: 'UNSET',
          attributes: {
            ...CONVERSATION,
            'gen_ai.operation.name': 'invoke_agent',
            'gen_ai.agent.name': 'Northfell assistant',
          },
          children: [
            PLAN,
            {
              name: 'execute_tool search_products',
              kind: 'INTERNAL',
              status: 'UNSET',
              attributes: {
                ...CONVERSATION,
                'gen_ai.operation.name': 'execute_tool',
                'gen_ai.tool.name': 'search_products',
                'gen_ai.tool.type': 'function',
                'gen_ai.tool.call.id': expect.stringMatching(/^call_[0-9a-f]{24}$/),
              },
              children: [],
            },
            {
              name: 'chat mock-shop-1',
              kind: 'CLIENT',
              status: 'UNSET',
              attributes: {
                ...CHAT,
                'gen_ai.request.stream': true,
                'gen_ai.response.time_to_first_chunk': expect.any(Number),
                'gen_ai.response.finish_reasons': ['stop'],
                'gen_ai.usage.input_tokens': 39,
                'gen_ai.usage.output_tokens': 33,
              },
              children: [],
            },
          ],
        },
      ],
    },
  ]);
});

test('an event that asks nothing is a SERVER span alone', async () => {
  const base = await runChat();
  await (await sendEvent(base, { type: 'SELECTED_ITEMS', ids: [] })).text();
  expect(spanTrees(await endedSpans(exporter))).toEqual([
    { name: `POST ${ROUTE}`, kind: 'SERVER', status: 'UNSET', attributes: server(base, 200), children: [] },
  ]);
});

test('preflights, flags and unknown paths have no span', async () => {
  const base = await runChat();
  await fetch(`${base}/flags`, { method: 'OPTIONS' });
  await fetch(`${base}/flags`);
  await fetch(`${base}/other`);
  await ask(base, 'hello');
  expect(spanTrees(await endedSpans(exporter)).map(({ name }) => name)).toEqual([`POST ${ROUTE}`]);
});

test('a refusal needs no search, and its model call says why it ended', async () => {
  const base = await runChat();
  await ask(base, 'which pill helps?');
  const [
    {
      children: [agent],
    } = { children: [] },
  ] = spanTrees(await endedSpans(exporter));
  expect(
    agent?.children.map(({ name, attributes }) => [name, attributes['gen_ai.response.finish_reasons']]),
  ).toEqual([
    ['chat mock-shop-1', ['stop']],
    ['chat mock-shop-1', ['content_filter']],
  ]);
});

test('a model call of a later turn is given what was said before', async () => {
  const base = await runChat();
  const inputOf = async (text: string) => {
    exporter.reset();
    await ask(base, text);
    const spans = await endedSpans(exporter);
    return spans.find(({ name }) => name === 'chat mock-shop-1')?.attributes['gen_ai.usage.input_tokens'];
  };
  expect(await inputOf('hello')).toBe(31);
  // 31, and the 2 tokens of the question and 18 of the answer before.
  expect(await inputOf('hello')).toBe(51);
});
