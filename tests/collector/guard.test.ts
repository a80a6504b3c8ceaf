import { chatTrace, postTraces } from '@chatspan-tools/native/testing/chat-trace';
import { eventually } from '@chatspan-tools/native/testing/eventually';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Guarded } from './testing/guarded.ts';
import { startGuarded } from './testing/guarded.ts';
import { LIBRARIES } from './testing/text-attributes.ts';

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

test.each([
  ['quick_reply', 'text'],
  ['text', 'quick_reply'],
  ['quick_reply', 'quick_reply'],
])('drops a message that has two input types, %s and %s', async (first, second) => {
  const { event } = await guarded.through({
    event: {
      'shopping_chat.message.input_type': first,
      'again:shopping_chat.message.input_type': second,
      'shopping_chat.message.text': 'I am allergic to wool',
    },
  });
  expect(event).not.toHaveProperty(['shopping_chat.message.text']);
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

test.each(Object.entries(LIBRARIES))('drops the texts that %s records', async (_, { texts, others }) => {
  const kept = Object.fromEntries(others.map((name) => [name, 'kept']));
  const sent = { ...kept, ...Object.fromEntries(texts.map((name) => [name, 'I am allergic to wool'])) };
  const { span, event } = await guarded.through({ span: sent, event: sent });
  expect({ span, event }).toEqual({ span: kept, event: kept });
});

test('drops the message of an event that carries one of a conversation', async () => {
  const { event } = await guarded.through({
    eventName: 'gen_ai.user.message',
    event: { content: 'I am allergic to wool', role: 'user' },
  });
  expect(event).toEqual({ role: 'user' });
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
