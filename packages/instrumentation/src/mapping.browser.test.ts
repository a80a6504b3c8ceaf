import { expect, test } from 'vitest';
import { openChat } from '../test/open-chat.ts';
import type { ShoppingChatInstrumentationConfig } from './index.ts';

/** What one payload becomes; nothing when it is no chat event. */
function record(payload: unknown, config: ShoppingChatInstrumentationConfig = {}) {
  let emit: ((read: () => unknown) => void) | undefined;
  const source = {
    subscribe(given: typeof emit) {
      emit = given;
      return () => {};
    },
  };
  const chat = openChat({ sources: [source], ...config });
  emit?.(() => payload);
  emit?.(() => payload);
  chat.plugin.disable();
  const [first, second] = chat.events();
  return {
    name: first?.name,
    attributes: first?.attributes,
    /** Each event was sent twice: both are the same but for the number, and each problem is said once. */
    again: second && { ...second.attributes, 'shopping_chat.event.seq': 1 },
    warnings: chat.warnings,
    problems: chat.plugin.problems(),
  };
}

test('an event has its action and number first, then what the vendor documents under our names', () => {
  const payload = {
    action: 'url_click',
    link_type: 'product_card',
    url: 'https://user:secret@shop.example/p/1?utm_source=chat&color=red#reviews',
    product_id: 4711,
    product_category: 'Dresses',
    link_text: 'Red dress',
    chat_widget_size: 'large',
    conversation_state: 'conversation',
    chat_config: '{"theme":"dark"}',
  };
  const { name, attributes, again, warnings } = record(payload, { keepUrlQueryParameters: ['color'] });
  expect(name).toBe('shopping_chat.url_click');
  expect(attributes).toEqual({
    'shopping_chat.action': 'url_click',
    'shopping_chat.event.seq': 1,
    'shopping_chat.link.type': 'product_card',
    'url.full': 'https://shop.example/p/1?color=red',
    'shopping_chat.product.id': '4711',
    'shopping_chat.product.category': 'Dresses',
    'shopping_chat.link.text': 'Red dress',
    'shopping_chat.widget.size': 'large',
    'shopping_chat.conversation.state': 'conversation',
  });
  expect(Object.keys(attributes ?? {}).slice(0, 2)).toEqual([
    'shopping_chat.action',
    'shopping_chat.event.seq',
  ]);
  expect(again).toEqual(attributes);
  expect(warnings).toEqual([]);
});

test('an action that nobody knows is recorded under one name, with the action as it came', () => {
  const { name, attributes, warnings, problems } = record({
    action: 'voice_note',
    chat_widget_size: 'large',
  });
  expect(name).toBe('shopping_chat.unknown_action');
  expect(attributes).toEqual({ 'shopping_chat.action': 'voice_note', 'shopping_chat.event.seq': 1 });
  expect(warnings[0]).toBe('unknown_action: voice_note');
  expect(problems['unknown_action']).toBe(2);
});

const inherited = ['constructor', '__proto__', 'toString', 'hasOwnProperty'];

test.each(inherited)('an action named %s is one that nobody knows', (action) => {
  expect(record({ action }).name).toBe('shopping_chat.unknown_action');
});

test.each(inherited)('a key named %s is one that nobody knows', (key) => {
  const payload = Object.defineProperty({ action: 'chat_closed' }, key, { value: 'x', enumerable: true });
  expect(record(payload).attributes).toEqual({
    'shopping_chat.action': 'chat_closed',
    'shopping_chat.event.seq': 1,
  });
});

test('an action is cut to 128 characters', () => {
  const { attributes } = record({ action: 'a'.repeat(5_000) });
  expect(attributes?.['shopping_chat.action']).toBe('a'.repeat(128));
});

test.each([
  ['nothing', undefined],
  ['null', null],
  ['a text', 'trigger_clicked'],
  ['a number', 7],
  ['an array', ['trigger_clicked']],
  ['an object without action', { type: 'text' }],
  ['an empty action', { action: '' }],
  ['an action that is no text', { action: { name: 'trigger_clicked' } }],
  ['an impression of an A/B test', { action: 'show' }],
])('%s is no chat event', (_what, payload) => {
  const { name, warnings } = record(payload);
  expect([name, warnings]).toEqual([undefined, []]);
});

test('an action that cannot be read is reported once, and the page goes on', () => {
  const payload = Object.defineProperty({}, 'action', {
    enumerable: true,
    get() {
      throw new Error('hostile');
    },
  });
  const { name, warnings, problems } = record(payload);
  expect([name, warnings, problems]).toEqual([
    undefined,
    ['unreadable_event: Error: hostile'],
    { unreadable_event: 2 },
  ]);
});

test('an attribute that cannot be read costs nothing but itself', () => {
  const payload = Object.defineProperty({ action: 'product_select', product_id: 'p1' }, 'product_ids', {
    enumerable: true,
    get() {
      throw new Error('hostile');
    },
  });
  const { attributes, again, warnings } = record(payload);
  expect(attributes).toEqual({
    'shopping_chat.action': 'product_select',
    'shopping_chat.event.seq': 1,
    'shopping_chat.product.id': 'p1',
  });
  expect(again).toEqual(attributes);
  expect(warnings).toEqual(['unreadable_attribute: product_select product_ids']);
});

test('a proxy that does not tell its keys is asked for those that are documented', () => {
  const payload = new Proxy(
    { action: 'user_respond', type: 'text', message: 'hi' },
    {
      ownKeys() {
        throw new Error('hostile');
      },
    },
  );
  expect(record(payload).attributes).toEqual({
    'shopping_chat.action': 'user_respond',
    'shopping_chat.event.seq': 1,
    'shopping_chat.message.input_type': 'text',
    'shopping_chat.message.length': 2,
  });
});

test('a proxy that throws at everything is no chat event', () => {
  const hostile = () => {
    throw new Error('hostile');
  };
  const payload = new Proxy(
    { action: 'x' },
    { get: hostile, ownKeys: hostile, getOwnPropertyDescriptor: hostile },
  );
  const { name, warnings } = record(payload);
  expect([name, warnings]).toEqual([undefined, ['unreadable_event: Error: hostile']]);
});

test('a cyclic value is of no documented type: left out, reported once, and the payload is not changed', () => {
  const payload: Record<string, unknown> = { action: 'product_select', product_id: 'p1' };
  payload['product_ids'] = payload;
  payload['chat_widget_size'] = [payload];
  Object.freeze(payload);
  const { attributes, warnings } = record(payload);
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

test('values of another type are taken for what they mean, or left out and reported', () => {
  const { attributes, warnings } = record({
    action: 'trigger_clicked',
    component: 7,
    trigger_context_product_ids: ['p1', 2, null, { id: 3 }],
    trigger_conversation_starter_clicked_is_generated: 'true',
    trigger_conversation_starters_is_generated: 'maybe',
    trigger_conversation_starters_list: 'What is new?',
    suggested_question_text: null,
    chat_widget_state: undefined,
  });
  expect(attributes).toEqual({
    'shopping_chat.action': 'trigger_clicked',
    'shopping_chat.event.seq': 1,
    'shopping_chat.trigger.component': '7',
    'shopping_chat.trigger.product_ids': ['p1', '2'],
    'shopping_chat.trigger.starter.clicked_is_generated': true,
  });
  expect(warnings).toEqual([
    'wrong_type: trigger_clicked shopping_chat.trigger.starter.set_is_generated',
    'wrong_type: trigger_clicked shopping_chat.trigger.starter.texts',
  ]);
});

test.each([
  [5, 5],
  ['4', 4],
  [4.5, undefined],
  ['good', undefined],
  [Number.NaN, undefined],
])('a rating of %s is recorded as %s', (feedback_state, rating) => {
  const { attributes } = record({ action: 'submit_feedback', feedback_state });
  expect(attributes?.['shopping_chat.feedback.rating']).toBe(rating);
});

test('a text of a megabyte is cut to 1,024 characters, and its length is kept', () => {
  const { attributes } = record(
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

test('an array keeps its first 64 items, each cut to 1,024 characters, within what an event may take', () => {
  const ids = Array.from({ length: 10_000 }, (_, index) => `p${index}`);
  const { attributes } = record({ action: 'product_select', product_ids: ids });
  expect(attributes?.['shopping_chat.selection.product_ids']).toEqual(ids.slice(0, 64));
});

test('of ten thousand keys the documented ones are recorded, wherever they are, and some are reported', () => {
  const unknown = Array.from({ length: 10_000 }, (_, index) => [`key_${index}`, index]);
  const payload = { action: 'user_respond', ...Object.fromEntries(unknown), type: 'text', message: 'hi' };
  const { attributes, warnings } = record(payload);
  expect(attributes).toEqual({
    'shopping_chat.action': 'user_respond',
    'shopping_chat.event.seq': 1,
    'shopping_chat.message.input_type': 'text',
    'shopping_chat.message.length': 2,
  });
  expect(warnings[0]).toBe('unknown_attribute: user_respond key_0');
  expect(warnings.length).toBeLessThanOrEqual(200);
});

test('default attributes of the vendor and of the page are recorded on any event, other keys are not', () => {
  const { attributes, warnings } = record(
    {
      action: 'close_survey',
      experiment_id: 'e1',
      global_rank: 3,
      store: 'de',
      items_in_cart: 2,
      cart: { id: 1 },
    },
    { defaultAttributes: { store: 'shop.store', items_in_cart: 'shop.cart.items' } },
  );
  expect(attributes).toEqual({
    'shopping_chat.action': 'close_survey',
    'shopping_chat.event.seq': 1,
    'shopping_chat.experiment.id': 'e1',
    'shopping_chat.experiment.rank': '3',
    'shop.store': 'de',
    'shop.cart.items': 2,
  });
  expect(warnings).toEqual(['unknown_attribute: close_survey cart']);
});

test('what a validator finds is reported once, and the event is recorded', () => {
  const { name, warnings } = record(
    { action: 'chat_closed' },
    { validate: (event) => [{ message: `${event} lacks something` }] },
  );
  expect(name).toBe('shopping_chat.chat_closed');
  expect(warnings).toEqual(['invalid_event: shopping_chat.chat_closed lacks something']);
});
