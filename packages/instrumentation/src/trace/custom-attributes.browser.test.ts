import { expect, test } from 'vitest';
import { openChat } from '../../test/open-chat.ts';

function fail(): never {
  throw new TypeError('jane@example.com');
}

test('applyCustomAttributesOnSpan sets attributes on each of the chat’s spans, by its kind', () => {
  const chat = openChat({
    applyCustomAttributesOnSpan: (span, kind) => span.setAttribute('shop.kind', kind),
  });
  chat.track('user_respond');
  chat.track('chat_closed');
  expect(chat.tracing.spans.map(({ name, attributes }) => [name, attributes['shop.kind']])).toEqual([
    ['shopping_chat.session', 'session'],
    ['shopping_chat.turn', 'turn'],
    ['shopping_chat.activity', 'activity'],
  ]);
});

test('applyCustomAttributesOnEvent adds attributes to an event, whose own are there to read', () => {
  const chat = openChat({
    applyCustomAttributesOnEvent: ({ name, action, attributes }) => {
      attributes['shop.seen'] = `${name} ${action} ${attributes['shopping_chat.event.seq']}`;
    },
  });
  chat.track('chat_closed');
  expect(chat.events()[0]?.attributes['shop.seen']).toBe('shopping_chat.chat_closed chat_closed 1');
});

test('a hook for custom attributes that throws costs its attributes alone, and is named', () => {
  const chat = openChat({
    applyCustomAttributesOnSpan: fail,
    applyCustomAttributesOnEvent({ attributes }) {
      attributes['shop.half'] = true;
      fail();
    },
  });
  chat.track('chat_closed');
  expect(chat.tree()).toEqual([
    'trace 1: shopping_chat.session',
    '  shopping_chat.activity closed: chat_closed#1',
  ]);
  expect(chat.events()[0]?.attributes).toEqual({
    'shopping_chat.action': 'chat_closed',
    'shopping_chat.event.seq': 1,
  });
  expect(chat.warnings).toEqual([
    'hook_failed: applyCustomAttributesOnSpan threw TypeError',
    'hook_failed: applyCustomAttributesOnEvent threw TypeError',
  ]);
});

test('custom attributes that do not fit into an event are dropped and reported', () => {
  const chat = openChat({
    limits: { maxEventBytes: 500 },
    applyCustomAttributesOnEvent({ attributes }) {
      attributes['shop.short'] = 'fits';
      attributes['shop.long'] = 'x'.repeat(500);
    },
  });
  chat.track('chat_closed');
  expect(chat.events()[0]?.attributes).toEqual({
    'shopping_chat.action': 'chat_closed',
    'shopping_chat.event.seq': 1,
    'shop.short': 'fits',
  });
  expect(chat.warnings).toEqual(['event_too_large: chat_closed shop.long']);
});

test('custom attributes count when an activity is cut by its size', () => {
  const chat = openChat({
    limits: { maxActivityBytes: 5_000 },
    applyCustomAttributesOnEvent({ attributes }) {
      attributes['shop.note'] = 'x'.repeat(1_500);
    },
  });
  for (let count = 0; count < 4; count += 1) chat.track('product_select');
  chat.instrumentation.disable();
  expect(chat.tree()).toEqual([
    'trace 1: shopping_chat.session',
    '  shopping_chat.activity size_limit: product_select#1 product_select#2 product_select#3',
    '  shopping_chat.activity disabled: product_select#4',
  ]);
});
