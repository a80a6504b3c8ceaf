import { chatTrace, postTraces } from '@chatspan-tools/native/testing/chat-trace';
import { eventually } from '@chatspan-tools/native/testing/eventually';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Guarded } from './testing/guarded.ts';
import { startGuarded } from './testing/guarded.ts';

let guarded: Guarded;
let keeping: Guarded;

beforeAll(async () => {
  guarded = await startGuarded();
  keeping = await startGuarded({ CHATSPAN_KEEP_TEXTS: 'true' });
});

afterAll(async () => {
  await guarded?.close();
  await keeping?.close();
});

test.each(['text', 'voice', 'a_type_of_tomorrow'])(
  'drops what the shopper wrote by %s and keeps its length',
  async (type) => {
    const { event } = await guarded.through({
      event: {
        'shopping_chat.message.input_type': type,
        'shopping_chat.message.text': 'I am allergic to wool',
        'shopping_chat.message.length': 21,
      },
    });
    expect(event).toEqual({ 'shopping_chat.message.input_type': type, 'shopping_chat.message.length': 21 });
  },
);

test('drops a message whose origin is not said', async () => {
  const { event } = await guarded.through({
    event: { 'shopping_chat.message.text': 'I am allergic to wool' },
  });
  expect(event).toEqual({});
});

test.each(['suggestion_button', 'quick_reply', 'trigger_button', 'product_menu'])(
  'keeps the label of a %s',
  async (type) => {
    const sent = { 'shopping_chat.message.input_type': type, 'shopping_chat.message.text': 'Show similar' };
    expect((await guarded.through({ event: sent })).event).toEqual(sent);
  },
);

const TEXTS = {
  'shopping_chat.feedback.text': 'Too slow',
  'shopping_chat.feedback.target.text': 'The parka is warm',
  'gen_ai.input.messages': '[{"role":"user"}]',
  'gen_ai.output.messages': '[{"role":"assistant"}]',
  'gen_ai.prompt': 'Something warm',
  'gen_ai.completion': 'The parka',
};

test('drops feedback and model texts, on spans and on events', async () => {
  const { span, event } = await guarded.through({
    span: { ...TEXTS, 'shopping_chat.message.text': 'x' },
    event: TEXTS,
  });
  expect({ span, event }).toEqual({ span: {}, event: {} });
});

test('drops every attribute of a text, however often its name is in the list', async () => {
  const all = { ...TEXTS, 'shopping_chat.message.text': 'I am allergic to wool' };
  const copies = (times: string) => Object.entries(all).map(([name, text]) => [`${times}${name}`, text]);
  const sent = { ...all, ...Object.fromEntries([...copies('again:'), ...copies('again:again:')]) };
  const { span, event } = await guarded.through({ span: sent, event: sent });
  expect({ span, event }).toEqual({ span: {}, event: {} });
});

test('drops a text behind an attribute of the same name that holds nothing', async () => {
  const empty = { key: 'shopping_chat.message.text', value: {} };
  const sent = chatTrace([
    { name: 'shopping_chat.turn', attributes: { 'shopping_chat.message.text': 'I am allergic to wool' } },
  ]).replace(
    '"attributes":[{"key":"shopping_chat',
    `"attributes":[${JSON.stringify(empty)},{"key":"shopping_chat`,
  );
  const before = guarded.vendor.requests.length;
  expect((await postTraces(guarded.otlpUrl, sent)).status).toBe(200);
  const { body } = await eventually('the vendor gets the span', () => guarded.vendor.requests[before]);
  expect(body.resourceSpans[0].scopeSpans[0].spans[0].attributes ?? []).toEqual([]);
});

test('drops what a model and its tools were given, and leaves what says how they were called', async () => {
  const kept = {
    'gen_ai.tool.call.id': 'call_1',
    'gen_ai.memory.record.count': 2,
    'gen_ai.evaluation.score.label': 'relevant',
    'gen_ai.output.type': 'text',
    'gen_ai.prompt_version': '7',
    'gen_ai.usage.input_tokens': 3,
  };
  const { span } = await guarded.through({
    span: {
      ...kept,
      'gen_ai.tool.call.arguments': '{"query":"something warm"}',
      'gen_ai.tool.call.result': '["parka"]',
      'gen_ai.retrieval.query.text': 'something warm',
      'gen_ai.prompt.0.content': 'Something warm',
      'gen_ai.system_instructions': 'Be kind',
      'gen_ai.memory.query.text': 'what she eats',
      'gen_ai.memory.records': '[{"content":"vegetarian"}]',
      'gen_ai.evaluation.explanation': 'It does not say that wool itches',
      'gen_ai.event.content': '{"content":"Something warm"}',
      'gen_ai.agent.invocation_input': 'Something warm',
      'gen_ai.agent.invocation_output': 'The parka',
      'gen_ai.embeddings.input': 'Something warm',
      'gen_ai.request.messages': '[{"role":"user"}]',
      'gen_ai.response.text': 'The parka',
      'gen_ai.response.object': '{"product":"parka"}',
      'gen_ai.response.tool_calls': '[{"query":"something warm"}]',
      'gen_ai.tool.input': '{"query":"something warm"}',
      'gen_ai.tool.output': '["parka"]',
    },
  });
  expect(span).toEqual(kept);
});

test('keeps texts when the deployment opts in, and still masks what is in them', async () => {
  const sent = {
    ...TEXTS,
    'shopping_chat.feedback.text': 'Write to eva@example.com or charge 4111 1111 1111 1111',
  };
  const kept = { ...TEXTS, 'shopping_chat.feedback.text': 'Write to **** or charge ****' };
  const { span, event } = await keeping.through({ span: sent, event: sent });
  expect({ span, event }).toEqual({ span: kept, event: kept });
});
