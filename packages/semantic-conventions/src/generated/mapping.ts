// Generated from registry/*.yaml. DO NOT EDIT, run `pnpm generate`.

import type { EventRules } from './attribute-rule.ts';
import { rule } from './attribute-rule.ts';
import type { VendorAction } from './payloads.ts';

export type { AttributeRule, ContentClass, EventRules } from './attribute-rule.ts';

/** Event name = `EVENT_NAMESPACE` + action. */
export const EVENT_NAMESPACE = 'shopping_chat.';

/** The widget reported an action that is not in this registry. */
export const UNKNOWN_ACTION_EVENT = 'shopping_chat.unknown_action';

const config = /* @__PURE__ */ rule('shopping_chat.config', undefined, 'config');
const conversationState = /* @__PURE__ */ rule('shopping_chat.conversation.state');
const feedbackTargetProductIds = /* @__PURE__ */ rule('shopping_chat.feedback.target.product_ids', 'string[]');
const feedbackTargetText = /* @__PURE__ */ rule('shopping_chat.feedback.target.text', undefined, 'text', 'shopping_chat.feedback.target.length');
const feedbackText = /* @__PURE__ */ rule('shopping_chat.feedback.text', undefined, 'text', 'shopping_chat.feedback.length');
const menuItemLabel = /* @__PURE__ */ rule('shopping_chat.menu.item_label', undefined, 'label');
const messageInputType = /* @__PURE__ */ rule('shopping_chat.message.input_type');
const messageTarget = /* @__PURE__ */ rule('shopping_chat.message.target');
const messageText = /* @__PURE__ */ rule('shopping_chat.message.text', undefined, 'by_input_type', 'shopping_chat.message.length');
const productCategory = /* @__PURE__ */ rule('shopping_chat.product.category');
const productId = /* @__PURE__ */ rule('shopping_chat.product.id');
const selectionProductIds = /* @__PURE__ */ rule('shopping_chat.selection.product_ids', 'string[]');
const suggestionLabels = /* @__PURE__ */ rule('shopping_chat.suggestion.labels', 'string[]', 'label');
const triggerName = /* @__PURE__ */ rule('shopping_chat.trigger.name');
const triggerStarterText = /* @__PURE__ */ rule('shopping_chat.trigger.starter.text', undefined, 'label');
const widgetPreviousSize = /* @__PURE__ */ rule('shopping_chat.widget.previous_size');
const widgetPreviousState = /* @__PURE__ */ rule('shopping_chat.widget.previous_state');
const widgetSize = /* @__PURE__ */ rule('shopping_chat.widget.size');
const widgetState = /* @__PURE__ */ rule('shopping_chat.widget.state');
const urlFull = /* @__PURE__ */ rule('url.full', undefined, 'url');

// What most events have.
const common: EventRules = {
  chat_widget_size: widgetSize,
  conversation_state: conversationState,
  chat_config: config,
};

/** For each action: vendor attribute → rule. */
export const EVENT_RULES: { readonly [A in VendorAction]: EventRules } = {
  trigger_clicked: {
    ...common,
    component: /* @__PURE__ */ rule('shopping_chat.trigger.component'),
    component_template: /* @__PURE__ */ rule('shopping_chat.trigger.template'),
    trigger_context_product_ids: /* @__PURE__ */ rule('shopping_chat.trigger.product_ids', 'string[]'),
    trigger_conversation_starters_list: /* @__PURE__ */ rule('shopping_chat.trigger.starter.texts', 'string[]', 'label'),
    suggested_question_text: triggerStarterText,
    trigger_conversation_starter_clicked_is_generated: /* @__PURE__ */ rule('shopping_chat.trigger.starter.clicked_is_generated', 'boolean'),
    trigger_conversation_starters_is_generated: /* @__PURE__ */ rule('shopping_chat.trigger.starter.set_is_generated', 'boolean'),
    chat_widget_state: widgetState,
  },
  chat_closed: {
    chat_widget_state: widgetPreviousState,
    conversation_state: conversationState,
    chat_config: config,
  },
  close_chat_from_minimized: {
    chat_widget_state: widgetPreviousState,
    conversation_state: conversationState,
    chat_config: config,
  },
  close_chat_from_open_on_mobile: {
    ...common,
    chat_widget_state: widgetPreviousState,
  },
  expand_from_bubble: {
    ...common,
    chat_widget_state: widgetState,
  },
  expand_from_minimized: {
    ...common,
    chat_widget_state: widgetState,
  },
  expand_from_trigger: {
    ...common,
    chat_opened_from_trigger: triggerName,
    suggested_button: triggerStarterText,
    chat_widget_state: widgetState,
  },
  minimize_from_open: {
    chat_widget_state: widgetState,
    chat_widget_size: widgetPreviousSize,
    conversation_state: conversationState,
    chat_config: config,
  },
  change_size: {
    set_size_to: widgetSize,
    chat_widget_size: widgetPreviousSize,
    conversation_state: conversationState,
    chat_config: config,
  },
  close_bubble: {
    chat_widget_state: widgetPreviousState,
    chat_config: config,
  },
  menu_click: {
    ...common,
    button_content: menuItemLabel,
    url: urlFull,
  },
  user_respond: {
    ...common,
    type: messageInputType,
    message: messageText,
    target: messageTarget,
    product_ids: selectionProductIds,
    clicked_in_trigger: triggerName,
  },
  user_respond_product: {
    ...common,
    type: messageInputType,
    message: messageText,
    target: messageTarget,
    product_id: productId,
    product_category: productCategory,
    clicked_in_trigger: triggerName,
  },
  close_mini_pdp: {
    ...common,
    product_id: productId,
  },
  mini_pdp_click: {
    ...common,
    product_id: productId,
    product_category: productCategory,
  },
  product_menu_click: {
    ...common,
    button_content: menuItemLabel,
    source_type: /* @__PURE__ */ rule('shopping_chat.menu.source'),
    product_id: productId,
    product_category: productCategory,
  },
  url_click: {
    ...common,
    link_type: /* @__PURE__ */ rule('shopping_chat.link.type'),
    url: urlFull,
    product_id: productId,
    product_category: productCategory,
    link_text: /* @__PURE__ */ rule('shopping_chat.link.text', undefined, 'label'),
  },
  product_deselect: {
    ...common,
    product_id: productId,
    product_ids: selectionProductIds,
    suggestion_buttons_shown: suggestionLabels,
  },
  product_select: {
    ...common,
    product_id: productId,
    product_ids: selectionProductIds,
    suggestion_buttons_shown: suggestionLabels,
  },
  close_survey: {},
  submit_feedback: {
    feedback_state: /* @__PURE__ */ rule('shopping_chat.feedback.rating', 'int'),
    feedback_message: feedbackText,
  },
  thumbs_down: {
    ...common,
    feedback_message: feedbackText,
    feedback_target_text: feedbackTargetText,
    feedback_target_product_ids: feedbackTargetProductIds,
  },
  thumbs_up: {
    ...common,
    feedback_message: feedbackText,
    feedback_target_text: feedbackTargetText,
    feedback_target_product_ids: feedbackTargetProductIds,
  },
};

/** Vendor attributes that any event may carry. */
export const DEFAULT_ATTRIBUTE_RULES: EventRules = {
  experiment_id: /* @__PURE__ */ rule('shopping_chat.experiment.id'),
  experiment_source: /* @__PURE__ */ rule('shopping_chat.experiment.source'),
  global_rank: /* @__PURE__ */ rule('shopping_chat.experiment.rank'),
  throttle_rank: /* @__PURE__ */ rule('shopping_chat.experiment.throttle_rank'),
  global_variant_id: /* @__PURE__ */ rule('shopping_chat.experiment.variant.id'),
  global_variant_name: /* @__PURE__ */ rule('shopping_chat.experiment.variant.name'),
};
