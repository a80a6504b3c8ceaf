import type { Attributes } from '@opentelemetry/api';
import { expect, test } from 'vitest';
import type { OpenChat } from '../../test/open-chat.ts';
import { nextPage, openChat } from '../../test/open-chat.ts';
import { leavePage, stopClock } from '../../test/page-moments.ts';

/** The facts on the spans of a kind, which a backend can search. */
function factsOn({ tracing }: OpenChat, kind: 'activity' | 'turn'): Attributes[] {
  const facts =
    /^shopping_chat\.(activity\.(?!end_reason|event_count)|feedback|trigger|experiment|message\.input_type|page)/;
  return tracing.spans
    .filter(({ name }) => name === `shopping_chat.${kind}`)
    .map(({ attributes }) =>
      Object.fromEntries(Object.entries(attributes).filter(([name]) => facts.test(name))),
    );
}

test('an activity says what was done, how something was rated and how many products were clicked', () => {
  const chat = openChat();
  chat.track('trigger_clicked', { component: 'PDP_EMBEDDED' });
  chat.track('product_select', { product_id: 'p1' });
  chat.track('product_select', { product_id: 'p2' });
  chat.track('url_click', { product_id: 'p1' });
  chat.track('url_click', { url: 'https://shop.example/help' });
  chat.track('mini_pdp_click', { product_id: 'p2' });
  for (const action of ['thumbs_up', 'thumbs_up', 'thumbs_down', 'levitated', 'vanished']) chat.track(action);
  chat.track('submit_feedback', { feedback_state: 2 });
  chat.track('submit_feedback', { feedback_state: 4 });
  chat.track('chat_closed');
  expect(factsOn(chat, 'activity')).toEqual([
    {
      'shopping_chat.activity.actions': [
        'trigger_clicked',
        'product_select',
        'url_click',
        'mini_pdp_click',
        'thumbs_up',
        'thumbs_down',
        'unknown_action',
        'submit_feedback',
        'chat_closed',
      ],
      'shopping_chat.activity.product_click_count': 2,
      'shopping_chat.activity.thumbs_up_count': 2,
      'shopping_chat.activity.thumbs_down_count': 1,
      'shopping_chat.feedback.rating': 4,
    },
  ]);
});

test('an activity names the products that were clicked, each once, only when a team asks for it', () => {
  const chat = openChat({ captureClickedProducts: true, limits: { maxArrayLength: 2 } });
  for (const product_id of ['p1', 'p2', 'p1', 'p3']) chat.track('mini_pdp_click', { product_id });
  chat.track('chat_closed');
  expect(factsOn(chat, 'activity')).toEqual([
    {
      'shopping_chat.activity.actions': ['mini_pdp_click', 'chat_closed'],
      'shopping_chat.activity.product_click_count': 4,
      'shopping_chat.activity.clicked_product_ids': ['p1', 'p2'],
    },
  ]);
});

const experiment = { experiment_id: 'e1', global_variant_id: 'v2' };
const onTurn = {
  'shopping_chat.trigger.component': 'PDP_EMBEDDED',
  'shopping_chat.trigger.name': 'banner-1',
  'shopping_chat.experiment.id': 'e1',
  'shopping_chat.experiment.variant.id': 'v2',
};

test('a turn says which trigger opened the chat and which variant the shopper sees, over page loads', () => {
  stopClock();
  const chat = openChat();
  chat.track('trigger_clicked', { component: 'PDP_EMBEDDED', ...experiment });
  chat.track('expand_from_trigger', { chat_opened_from_trigger: 'banner-1' });
  chat.track('user_respond', { type: 'text' });
  leavePage();
  const next = nextPage({}, chat.tracing);
  next.track('user_respond', { type: 'quick_reply' });
  next.track('chat_closed');
  next.track('expand_from_bubble');
  next.track('user_respond', { type: 'voice' });
  next.instrumentation.disable();
  expect(factsOn(chat, 'turn')).toEqual([
    { ...onTurn, 'shopping_chat.message.input_type': 'text' },
    { ...onTurn, 'shopping_chat.message.input_type': 'quick_reply' },
    // The trigger has not opened the chat that was closed in between.
    {
      'shopping_chat.experiment.id': 'e1',
      'shopping_chat.experiment.variant.id': 'v2',
      'shopping_chat.message.input_type': 'voice',
    },
  ]);
});

test('a turn that its request opened says the same, and what its question says counts', () => {
  const chat = openChat();
  chat.track('trigger_clicked', { component: 'PLP_BANNER' });
  chat.track('trigger_clicked', { component: 'PDP_EMBEDDED' });
  chat.instrumentation.withTurn(() => {});
  chat.track('user_respond', { type: 'text', clicked_in_trigger: 'banner-1', ...experiment });
  chat.instrumentation.disable();
  expect(factsOn(chat, 'turn')).toEqual([{ ...onTurn, 'shopping_chat.message.input_type': 'text' }]);
});

test('activities and turns carry the kind of page that the team gives', () => {
  const chat = openChat({ pageType: () => 'product' });
  chat.track('user_respond');
  chat.instrumentation.disable();
  expect(chat.tracing.spans.map(({ attributes }) => attributes['shopping_chat.page.type'])).toEqual([
    undefined,
    'product',
    'product',
  ]);
});

test.each<[string, () => string, string]>([
  ['is no name', () => 'Jane’s wishlist', 'wrong_type: shopping_chat.page.type'],
  [
    'cannot be told',
    () => {
      throw new TypeError('secret');
    },
    'hook_failed: pageType threw TypeError',
  ],
])('a kind of page that %s is left out and reported', (_what, pageType, warning) => {
  const chat = openChat({ pageType });
  chat.track('chat_closed');
  expect(factsOn(chat, 'activity')).toEqual([{ 'shopping_chat.activity.actions': ['chat_closed'] }]);
  expect(chat.warnings).toEqual([warning]);
});
