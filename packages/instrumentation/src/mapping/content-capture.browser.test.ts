import type { Attributes } from '@opentelemetry/api';
import { expect, test } from 'vitest';
import { openChat } from '../../test/open-chat.ts';
import type { ShoppingChatInstrumentationConfig } from '../index.ts';

const shopperText = { action: 'user_respond', type: 'text', message: 'my mail is a@b.example' };
const unknownInput = { action: 'user_respond', type: 'drawing', message: 'my mail is a@b.example' };
const button = { action: 'user_respond', type: 'quick_reply', message: 'Show dresses' };
const rating = {
  action: 'thumbs_down',
  feedback_message: 'too slow',
  feedback_target_text: 'We have dresses.',
};
const select = { action: 'product_select', product_id: 'p1', suggestion_buttons_shown: ['Compare', 'Buy'] };
const all = [shopperText, unknownInput, button, rating, select];

/** Attributes that hold a text, or its length, in the events of these payloads. */
function texts(
  payloads: readonly { action: string }[],
  config: ShoppingChatInstrumentationConfig,
): Attributes[] {
  const chat = openChat(config);
  for (const { action, ...attributes } of payloads) chat.track(action, attributes);
  chat.instrumentation.disable();
  return chat
    .events()
    .map(({ attributes }) =>
      Object.fromEntries(Object.entries(attributes).filter(([name]) => /\.(text|length|labels)$/.test(name))),
    );
}

test('with contentCapture none only lengths of texts leave the page', () => {
  expect(texts(all, { contentCapture: 'none' })).toEqual([
    { 'shopping_chat.message.length': 22 },
    { 'shopping_chat.message.length': 22 },
    { 'shopping_chat.message.length': 12 },
    { 'shopping_chat.feedback.length': 8, 'shopping_chat.feedback.target.length': 16 },
    {},
  ]);
});

test('by default labels of merchant and assistant are captured, and what the shopper typed is not', () => {
  expect(texts(all, {})).toEqual([
    { 'shopping_chat.message.length': 22 },
    { 'shopping_chat.message.length': 22 },
    { 'shopping_chat.message.length': 12, 'shopping_chat.message.text': 'Show dresses' },
    { 'shopping_chat.feedback.length': 8, 'shopping_chat.feedback.target.length': 16 },
    { 'shopping_chat.suggestion.labels': ['Compare', 'Buy'] },
  ]);
});

test('with contentCapture all every text is captured, with its addresses masked', () => {
  expect(texts([shopperText, rating], { contentCapture: 'all' })).toEqual([
    { 'shopping_chat.message.length': 22, 'shopping_chat.message.text': 'my mail is ****' },
    {
      'shopping_chat.feedback.length': 8,
      'shopping_chat.feedback.text': 'too slow',
      'shopping_chat.feedback.target.length': 16,
      'shopping_chat.feedback.target.text': 'We have dresses.',
    },
  ]);
});

test('redact sees each text that may leave the page, with its attribute and action, and changes or drops it', () => {
  const seen: unknown[] = [];
  const redact: ShoppingChatInstrumentationConfig['redact'] = (text, where) => {
    seen.push([text, where]);
    return text === 'Buy' ? null : text.replace(/\S+@\S+/, '[mail]');
  };
  expect(texts([shopperText, select], { contentCapture: 'all', redact })).toEqual([
    { 'shopping_chat.message.length': 22, 'shopping_chat.message.text': 'my mail is [mail]' },
    { 'shopping_chat.suggestion.labels': ['Compare'] },
  ]);
  expect(seen).toEqual([
    [`${location.origin}/`, { attribute: 'browser.document.url.full', action: '' }],
    ['text', { attribute: 'shopping_chat.message.input_type', action: 'user_respond' }],
    ['my mail is a@b.example', { attribute: 'shopping_chat.message.text', action: 'user_respond' }],
    ['p1', { attribute: 'shopping_chat.product.id', action: 'product_select' }],
    ['Compare', { attribute: 'shopping_chat.suggestion.labels', action: 'product_select' }],
    ['Buy', { attribute: 'shopping_chat.suggestion.labels', action: 'product_select' }],
  ]);
});

test('a redact hook that throws drops the text, and its message is not logged', () => {
  const chat = openChat({
    contentCapture: 'all',
    redact(text) {
      throw new Error(`cannot redact ${text}`);
    },
  });
  chat.track('user_respond', shopperText);
  chat.instrumentation.disable();
  expect(chat.events()[0]?.attributes).toEqual({
    'shopping_chat.action': 'user_respond',
    'shopping_chat.event.seq': 1,
    'shopping_chat.message.length': 22,
  });
  expect(chat.warnings).toEqual([
    'hook_failed: redact threw Error',
    'withheld_text: browser.document.url.full',
    'withheld_text: shopping_chat.message.input_type',
    'withheld_text: shopping_chat.message.text',
  ]);
});

test('a redact hook that returns no text drops it', () => {
  expect(texts([button], { redact: (() => 42) as never })).toEqual([{ 'shopping_chat.message.length': 12 }]);
});

test('the widget’s configuration is recorded once per span, and on an event when it differs', () => {
  const chat = openChat({ captureConfig: true });
  const light = '{"theme":"light"}';
  const dark = '{"theme":"dark"}';
  chat.track('trigger_clicked', { chat_config: light });
  chat.track('product_select', { chat_config: light });
  chat.track('product_select', { chat_config: dark });
  chat.track('chat_closed', { chat_config: light });
  chat.track('trigger_clicked', { chat_config: dark });
  chat.instrumentation.disable();
  const config = 'shopping_chat.config';
  const activities = chat.tracing.spans.filter(({ name }) => name === 'shopping_chat.activity');
  expect(activities.map(({ attributes }) => attributes[config])).toEqual([light, dark]);
  expect(chat.events().map(({ attributes }) => attributes[config])).toEqual([
    undefined,
    undefined,
    dark,
    undefined,
    undefined,
  ]);
});

test('by default the widget’s configuration does not leave the page', () => {
  const chat = openChat({ contentCapture: 'all' });
  chat.track('chat_closed', { chat_config: '{"theme":"light"}' });
  expect(JSON.stringify(chat.tracing.spans)).not.toContain('theme');
  expect(chat.warnings).toEqual([]);
});

test('a text is redacted before it is truncated, so that no part of an address remains', () => {
  const chat = openChat({
    contentCapture: 'all',
    redact: (text) => text.replaceAll(/\S+@\S+\.example/g, '…'),
    limits: { maxValueLength: 20 },
  });
  chat.track('user_respond', { type: 'text', message: 'my mail is jo.doe@b.example, thanks a lot' });
  chat.instrumentation.disable();
  const [event] = chat.events();
  expect(event?.attributes['shopping_chat.message.text']).toBe('my mail is …, thanks');
});
