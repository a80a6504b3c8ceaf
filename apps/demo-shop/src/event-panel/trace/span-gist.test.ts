import { expect, test } from 'vitest';
import { errorOf, spanGist } from './span-gist.ts';
import { eventAt, spanOf } from './testing/span-of.ts';

const attributes = (values: Record<string, string>) => new Map(Object.entries(values));

test('an activity says what was done in it', () => {
  const events = [
    eventAt(1, 'shopping_chat.trigger_clicked'),
    eventAt(2, 'shopping_chat.expand_from_trigger'),
  ];
  expect(spanGist(spanOf({ spanId: 'a', name: 'shopping_chat.activity', events }))).toBe(
    'trigger_clicked, expand_from_trigger',
  );
});

test('a turn says how it ended and how soon it began, and what was asked when it failed', () => {
  const turn = {
    spanId: 'a',
    name: 'shopping_chat.turn',
    attributes: attributes({
      'shopping_chat.turn.end_reason': 'answered',
      'shopping_chat.turn.time_to_first_byte': '0.108',
    }),
    events: [eventAt(1, 'shopping_chat.user_respond')],
  };
  expect(spanGist(spanOf(turn))).toBe('answered, first byte 108 ms');
  expect(spanGist(spanOf({ ...turn, failed: true }))).toBe('user_respond');
});

test('a model call says its tokens', () => {
  const tokens = { 'gen_ai.usage.input_tokens': '40', 'gen_ai.usage.output_tokens': '24' };
  expect(spanGist(spanOf({ spanId: 'a', attributes: attributes(tokens) }))).toBe('40 → 24 tokens');
});

test('a request says its status; what a browser has of one that broke off is none', () => {
  const request = (status: string) =>
    spanOf({
      spanId: 'a',
      attributes: attributes({ 'http.response.status_code': status }),
      events: [eventAt(1, 'fetchStart')],
    });
  expect([spanGist(request('429')), spanGist(request('0'))]).toEqual(['status 429', 'no status']);
});

test('only a span that failed has an error: its type, else its message, else the bare word', () => {
  const type = attributes({ 'error.type': 'tool_error' });
  expect(errorOf(spanOf({ spanId: 'a', attributes: type }))).toBeUndefined();
  expect(errorOf(spanOf({ spanId: 'a', attributes: type, failed: true }))).toBe('tool_error');
  expect(errorOf(spanOf({ spanId: 'a', statusMessage: 'down', failed: true }))).toBe('down');
  expect(errorOf(spanOf({ spanId: 'a', failed: true }))).toBe('error');
});
