import { expect, test } from 'vitest';
import { openChat } from '../../test/open-chat.ts';
import { recordPayload } from '../../test/record-payload.ts';
import { manualSource } from '../index.ts';

test('an event starts with its action and number, followed by its documented attributes', () => {
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
  const { name, attributes, again, warnings } = recordPayload(payload, { keepUrlQueryParameters: ['color'] });
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

test('an unknown action is recorded under one event name, with the action unchanged', () => {
  const { name, attributes, warnings, problems } = recordPayload({
    action: 'voice_note',
    chat_widget_size: 'large',
  });
  expect(name).toBe('shopping_chat.unknown_action');
  expect(attributes).toEqual({ 'shopping_chat.action': 'voice_note', 'shopping_chat.event.seq': 1 });
  expect(warnings[0]).toBe('unknown_action: voice_note');
  expect(problems.unknown_action).toBe(2);
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
])('%s is not a chat event', (_what, payload) => {
  const { name, warnings } = recordPayload(payload);
  expect([name, warnings]).toEqual([undefined, []]);
});

test('a payload is recorded as it was when it was reported, even if its objects change later', () => {
  const source = manualSource();
  const chat = openChat({ captureConfig: true, sources: [source] });
  const product = { id: 'p1' };
  const chat_config = { theme: 'light' };
  source.emit({ action: 'product_select', product_ids: [product] });
  source.emit({ action: 'product_deselect', chat_config });
  product.id = 'p2';
  chat_config.theme = 'dark';
  chat.instrumentation.disable();
  expect(chat.events()[0]?.attributes['shopping_chat.selection.product_ids']).toEqual(['p1']);
  const activity = chat.tracing.spans.find(({ name }) => name === 'shopping_chat.activity');
  expect(activity?.attributes['shopping_chat.config']).toBe('{"theme":"light"}');
});

test('values of another type are converted, or left out and reported', () => {
  const { attributes, warnings } = recordPayload({
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
    'shopping_chat.trigger.product_ids': ['p1', '2', '3'],
    'shopping_chat.trigger.starter.clicked_is_generated': true,
    'shopping_chat.trigger.starter.texts': ['What is new?'],
  });
  expect(warnings).toEqual(['wrong_type: trigger_clicked shopping_chat.trigger.starter.set_is_generated']);
});

test.each([
  [5, 5],
  ['4', 4],
  [4.5, undefined],
  ['good', undefined],
  [Number.NaN, undefined],
])('a rating of %s is recorded as %s', (feedback_state, rating) => {
  const { attributes } = recordPayload({ action: 'submit_feedback', feedback_state });
  expect(attributes?.['shopping_chat.feedback.rating']).toBe(rating);
});

test('documented common keys and payloadAttributes are recorded on any event, other keys are not', () => {
  const { attributes, warnings } = recordPayload(
    {
      action: 'close_survey',
      experiment_id: 'e1',
      global_rank: 3,
      store: 'de',
      items_in_cart: 2,
      cart: { id: 1 },
    },
    { payloadAttributes: { store: 'shop.store', items_in_cart: 'shop.cart.items' } },
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

test('a validator’s finding is reported once, and the event is recorded', () => {
  const { name, warnings } = recordPayload(
    { action: 'chat_closed' },
    { validate: (event) => [{ message: `${event} lacks something` }] },
  );
  expect(name).toBe('shopping_chat.chat_closed');
  expect(warnings).toEqual(['invalid_event: shopping_chat.chat_closed lacks something']);
});
