import { expect, test } from 'vitest';
import { question } from '../state/question.ts';
import type { Trigger } from '../triggers/trigger.ts';
import { closeSurvey, submitFeedback, thumbs } from './feedback-events.ts';
import * as lifecycle from './lifecycle-events.ts';
import { userRespond } from './message-events.ts';
import {
  closeMiniPdp,
  miniPdpClick,
  productMenuClick,
  productSelection,
  urlClick,
} from './product-events.ts';
import type { Payload, Surroundings } from './surroundings.ts';
import { triggerClicked } from './trigger-events.ts';

const open: Surroundings = { view: 'open', size: 'small', conversation: 'conversation', config: '{}' };

const starter = { text: 'Is it warm?', isGenerated: true };

const pdp: Trigger = {
  component: 'PDP_EMBEDDED',
  productIds: ['431374'],
  starters: [starter],
  productCategory: 'outerwear',
};

const product = {
  id: '431374',
  name: 'Parka',
  price: 1,
  currency: 'EUR',
  category: 'outerwear',
  url: '/products/431374',
  picture: '/p.svg',
};

const asked = question('quick_reply', { type: 'ADD_MESSAGE.USER.TEXT', text: 'More' }, 'More', {
  target: 'search_in_catalog',
  trigger: 'Clarity-PDP-Embedded',
});

const subject = {
  productId: '431374',
  category: 'outerwear',
  name: 'Parka',
  trigger: undefined,
  fromMiniPdp: false,
};

const rated = { messageId: 'm1', responseId: 'r1', text: 'This one.', productIds: ['431374'] };

/** Every event with every attribute that it can have. */
const fullest: Payload[] = [
  triggerClicked(open, pdp, starter),
  lifecycle.chatClosed(open),
  lifecycle.closeChatFromMinimized(open),
  lifecycle.closeChatFromOpenOnMobile(open),
  lifecycle.expandFromBubble(open),
  lifecycle.expandFromMinimized(open),
  lifecycle.expandFromTrigger(open, 'Clarity-PDP-Embedded', 'Is it warm?'),
  lifecycle.minimizeFromOpen(open),
  lifecycle.changeSize(open, 'large'),
  lifecycle.closeBubble(open),
  lifecycle.menuClick(open, 'Learn more', 'https://shop.example/help'),
  userRespond(open, asked, []),
  userRespond(open, { ...asked, subject }, []),
  closeMiniPdp(open, '431374'),
  miniPdpClick(open, product),
  productMenuClick(open, 'find similar', 'carousel', product),
  urlClick(open, 'https://shop.example/', { type: 'product_card', product }),
  productSelection(open, 'product_deselect', '431374', [], []),
  productSelection(open, 'product_select', '431374', ['431374'], ['Find similar']),
  closeSurvey(),
  submitFeedback(5, ''),
  thumbs(open, 'down', rated, 'Too short'),
  thumbs(open, 'up', rated, 'Good'),
];

const inChat = ['chat_widget_size', 'conversation_state', 'chat_config'];

test('each of the 23 events has the attributes of the vendor’s page', () => {
  const attributes = Object.fromEntries(
    fullest.map((payload) => [payload.action, Object.keys(payload).slice(1)]),
  );
  expect(attributes).toEqual({
    trigger_clicked: [
      'component',
      'component_template',
      'trigger_context_product_ids',
      'trigger_conversation_starters_list',
      'trigger_conversation_starter_clicked_is_generated',
      'trigger_conversation_starters_is_generated',
      'suggested_question_text',
      'chat_widget_state',
      ...inChat,
    ],
    chat_closed: ['chat_widget_state', 'conversation_state', 'chat_config'],
    close_chat_from_minimized: ['chat_widget_state', 'conversation_state', 'chat_config'],
    close_chat_from_open_on_mobile: ['chat_widget_state', ...inChat],
    expand_from_bubble: ['chat_widget_state', ...inChat],
    expand_from_minimized: ['chat_widget_state', ...inChat],
    expand_from_trigger: ['chat_opened_from_trigger', 'suggested_button', 'chat_widget_state', ...inChat],
    minimize_from_open: ['chat_widget_state', ...inChat],
    change_size: ['set_size_to', ...inChat],
    close_bubble: ['chat_widget_state', 'chat_config'],
    menu_click: ['button_content', 'url', ...inChat],
    user_respond: ['type', 'message', 'target', 'product_ids', 'clicked_in_trigger', ...inChat],
    user_respond_product: [
      'type',
      'message',
      'target',
      'product_id',
      'product_category',
      'clicked_in_trigger',
      ...inChat,
    ],
    close_mini_pdp: ['product_id', ...inChat],
    mini_pdp_click: ['product_id', 'product_category', ...inChat],
    product_menu_click: ['button_content', 'source_type', 'product_id', 'product_category', ...inChat],
    url_click: ['link_type', 'url', 'product_id', 'product_category', ...inChat],
    product_deselect: ['product_id', 'product_ids', 'suggestion_buttons_shown', ...inChat],
    product_select: ['product_id', 'product_ids', 'suggestion_buttons_shown', ...inChat],
    close_survey: [],
    submit_feedback: ['feedback_state', 'feedback_message'],
    thumbs_down: [
      'feedback_message',
      'feedback_target_text',
      'feedback_target_product_ids',
      ...inChat,
      'message_id',
      'response_id',
    ],
    thumbs_up: [
      'feedback_message',
      'feedback_target_text',
      'feedback_target_product_ids',
      ...inChat,
      'message_id',
      'response_id',
    ],
  });
});

test('a text link carries its text and no product, a menu link no product id', () => {
  const url = 'https://shop.example/products/431374';
  const common = {
    action: 'url_click',
    url,
    chat_widget_size: 'small',
    conversation_state: 'conversation',
    chat_config: '{}',
  };
  expect(urlClick(open, url, { type: 'text_url', text: 'Parka' })).toEqual({
    ...common,
    link_type: 'text_url',
    link_text: 'Parka',
  });
  expect(urlClick(open, url, { type: 'product_menu', product })).toEqual({
    ...common,
    link_type: 'product_menu',
    product_category: 'outerwear',
  });
});

test('a trigger that was clicked beside its starters carries nothing of a clicked starter, and no size unless open', () => {
  expect(
    triggerClicked({ ...open, view: 'minimized' }, { ...pdp, component: 'PLP_EMBEDDED' }, undefined),
  ).toEqual({
    action: 'trigger_clicked',
    component: 'PLP_EMBEDDED',
    component_template: 'PLP_EMBEDDED_v1',
    trigger_context_product_ids: ['431374'],
    trigger_conversation_starters_list: ['Is it warm?'],
    chat_widget_state: 'minimized',
    conversation_state: 'conversation',
    chat_config: '{}',
  });
});
