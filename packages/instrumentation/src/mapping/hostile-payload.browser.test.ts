import { expect, test } from 'vitest';
import { recordPayload } from '../../test/record-payload.ts';

const inherited = ['constructor', '__proto__', 'toString', 'hasOwnProperty'];

test.each(inherited)('an action named %s is one that nobody knows', (action) => {
  expect(recordPayload({ action }).name).toBe('shopping_chat.unknown_action');
});

test.each(inherited)('a key named %s is one that nobody knows', (key) => {
  const payload = Object.defineProperty({ action: 'chat_closed' }, key, { value: 'x', enumerable: true });
  expect(recordPayload(payload).attributes).toEqual({
    'shopping_chat.action': 'chat_closed',
    'shopping_chat.event.seq': 1,
  });
});

test('an action longer than a name is counted and not recorded', () => {
  const { attributes, problems } = recordPayload({ action: 'a'.repeat(5_000) });
  expect(attributes).toBeUndefined();
  expect(problems).toEqual({ unknown_action: 2 });
});

test('an unreadable action is reported once, without effect on the page', () => {
  const payload = Object.defineProperty({}, 'action', {
    enumerable: true,
    get() {
      throw new Error('hostile');
    },
  });
  const { name, warnings, problems } = recordPayload(payload);
  expect([name, warnings, problems]).toEqual([
    undefined,
    ['unreadable_event: Error'],
    { unreadable_event: 2 },
  ]);
});

test('an unreadable attribute is left out, and the others are recorded', () => {
  const payload = Object.defineProperty({ action: 'product_select', product_id: 'p1' }, 'product_ids', {
    enumerable: true,
    get() {
      throw new Error('hostile');
    },
  });
  const { attributes, again, warnings } = recordPayload(payload);
  expect(attributes).toEqual({
    'shopping_chat.action': 'product_select',
    'shopping_chat.event.seq': 1,
    'shopping_chat.product.id': 'p1',
  });
  expect(again).toEqual(attributes);
  expect(warnings).toEqual(['unreadable_attribute: product_select product_ids']);
});

test('of a proxy that hides its keys the documented ones are read', () => {
  const payload = new Proxy(
    { action: 'user_respond', type: 'text', message: 'hi' },
    {
      ownKeys() {
        throw new Error('hostile');
      },
    },
  );
  expect(recordPayload(payload).attributes).toEqual({
    'shopping_chat.action': 'user_respond',
    'shopping_chat.event.seq': 1,
    'shopping_chat.message.input_type': 'text',
    'shopping_chat.message.length': 2,
  });
});

test('a proxy that throws on every access is not a chat event', () => {
  const hostile = () => {
    throw new Error('hostile');
  };
  const payload = new Proxy(
    { action: 'x' },
    { get: hostile, ownKeys: hostile, getOwnPropertyDescriptor: hostile },
  );
  const { name, warnings } = recordPayload(payload);
  expect([name, warnings]).toEqual([undefined, ['unreadable_event: Error']]);
});

test('a cyclic value is left out and reported once, and the payload is not changed', () => {
  const payload: Record<string, unknown> = { action: 'product_select', product_id: 'p1' };
  payload.product_ids = payload;
  payload.chat_widget_size = [payload];
  Object.freeze(payload);
  const { attributes, warnings } = recordPayload(payload);
  expect(attributes).toEqual({
    'shopping_chat.action': 'product_select',
    'shopping_chat.event.seq': 1,
    'shopping_chat.product.id': 'p1',
  });
  expect(warnings).toEqual([
    'wrong_type: product_select shopping_chat.selection.product_ids',
    'wrong_type: product_select shopping_chat.widget.size',
  ]);
});

test('a text of a megabyte is truncated to 1,024 characters, and its full length is recorded', () => {
  const { attributes } = recordPayload(
    { action: 'user_respond', type: 'text', message: 'x'.repeat(1_000_000) },
    { contentCapture: 'all' },
  );
  expect(attributes).toEqual({
    'shopping_chat.action': 'user_respond',
    'shopping_chat.event.seq': 1,
    'shopping_chat.message.input_type': 'text',
    'shopping_chat.message.text': 'x'.repeat(1_024),
    'shopping_chat.message.length': 1_000_000,
  });
});

test('an array keeps its first 64 items, each truncated to 1,024 characters, within the event’s size', () => {
  const ids = Array.from({ length: 10_000 }, (_, index) => `p${index}`);
  const { attributes } = recordPayload({ action: 'product_select', product_ids: ids });
  expect(attributes?.['shopping_chat.selection.product_ids']).toEqual(ids.slice(0, 64));
});

test('of ten thousand keys all documented ones are recorded, and some others are reported', () => {
  const unknown = Array.from({ length: 10_000 }, (_, index) => [`key_${index}`, index]);
  const payload = { action: 'user_respond', ...Object.fromEntries(unknown), type: 'text', message: 'hi' };
  const { attributes, warnings } = recordPayload(payload);
  expect(attributes).toEqual({
    'shopping_chat.action': 'user_respond',
    'shopping_chat.event.seq': 1,
    'shopping_chat.message.input_type': 'text',
    'shopping_chat.message.length': 2,
  });
  expect(warnings[0]).toBe('unknown_attribute: user_respond key_0');
  expect(warnings.length).toBeLessThanOrEqual(200);
});
