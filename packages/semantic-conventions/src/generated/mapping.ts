// Generated from registry/*.yaml. DO NOT EDIT, run `pnpm generate`.

import type { VendorAction } from './payloads.ts';

/**
 * What may leave the page. none: no text. label: written by merchant or assistant. text: typed by the shopper, or a
 * message being rated. by_input_type: text for `text` and `voice` (and when unknown), label otherwise. config: opt-in.
 * url: sanitized.
 */
export type ContentClass = 'none' | 'label' | 'text' | 'by_input_type' | 'config' | 'url';

/** How one vendor attribute becomes an attribute. */
export interface AttributeRule {
  readonly name: string;
  /** Absent: string. */
  readonly type?: 'string[]' | 'int' | 'boolean';
  /** Absent: none. */
  readonly content?: ContentClass;
  /** Attribute that holds the length of a text that is not captured, where there is one. */
  readonly length?: string;
}

export type EventRules = { readonly [vendorAttribute: string]: AttributeRule };

/** Event name = `EVENT_NAMESPACE` + action. */
export const EVENT_NAMESPACE = 'shopping_chat.';

/** The widget reported an action that is not in this registry. */
export const UNKNOWN_ACTION_EVENT = 'shopping_chat.unknown_action';

const triggerComponent: AttributeRule = { name: 'shopping_chat.trigger.component' };
const triggerTemplate: AttributeRule = { name: 'shopping_chat.trigger.template' };
const triggerProductIds: AttributeRule = { name: 'shopping_chat.trigger.product_ids', type: 'string[]' };
const triggerStarterTexts: AttributeRule = { name: 'shopping_chat.trigger.starter.texts', type: 'string[]', content: 'label' };
const triggerStarterText: AttributeRule = { name: 'shopping_chat.trigger.starter.text', content: 'label' };
const triggerStarterClickedIsGenerated: AttributeRule = { name: 'shopping_chat.trigger.starter.clicked_is_generated', type: 'boolean' };
const triggerStarterSetIsGenerated: AttributeRule = { name: 'shopping_chat.trigger.starter.set_is_generated', type: 'boolean' };
const widgetState: AttributeRule = { name: 'shopping_chat.widget.state' };
const widgetSize: AttributeRule = { name: 'shopping_chat.widget.size' };
const conversationState: AttributeRule = { name: 'shopping_chat.conversation.state' };
const config: AttributeRule = { name: 'shopping_chat.config', content: 'config' };
const widgetPreviousState: AttributeRule = { name: 'shopping_chat.widget.previous_state' };
const triggerName: AttributeRule = { name: 'shopping_chat.trigger.name' };
const widgetPreviousSize: AttributeRule = { name: 'shopping_chat.widget.previous_size' };
const menuItemLabel: AttributeRule = { name: 'shopping_chat.menu.item_label', content: 'label' };
const urlFull: AttributeRule = { name: 'url.full', content: 'url' };
const messageInputType: AttributeRule = { name: 'shopping_chat.message.input_type' };
const messageText: AttributeRule = { name: 'shopping_chat.message.text', content: 'by_input_type', length: 'shopping_chat.message.length' };
const messageTarget: AttributeRule = { name: 'shopping_chat.message.target' };
const selectionProductIds: AttributeRule = { name: 'shopping_chat.selection.product_ids', type: 'string[]' };
const productId: AttributeRule = { name: 'shopping_chat.product.id' };
const productCategory: AttributeRule = { name: 'shopping_chat.product.category' };
const menuSource: AttributeRule = { name: 'shopping_chat.menu.source' };
const linkType: AttributeRule = { name: 'shopping_chat.link.type' };
const linkText: AttributeRule = { name: 'shopping_chat.link.text', content: 'label' };
const suggestionLabels: AttributeRule = { name: 'shopping_chat.suggestion.labels', type: 'string[]', content: 'label' };
const feedbackRating: AttributeRule = { name: 'shopping_chat.feedback.rating', type: 'int' };
const feedbackText: AttributeRule = { name: 'shopping_chat.feedback.text', content: 'text', length: 'shopping_chat.feedback.length' };
const feedbackTargetText: AttributeRule = { name: 'shopping_chat.feedback.target.text', content: 'text', length: 'shopping_chat.feedback.target.length' };
const feedbackTargetProductIds: AttributeRule = { name: 'shopping_chat.feedback.target.product_ids', type: 'string[]' };
const experimentId: AttributeRule = { name: 'shopping_chat.experiment.id' };
const experimentSource: AttributeRule = { name: 'shopping_chat.experiment.source' };
const experimentRank: AttributeRule = { name: 'shopping_chat.experiment.rank' };
const experimentThrottleRank: AttributeRule = { name: 'shopping_chat.experiment.throttle_rank' };
const experimentVariantId: AttributeRule = { name: 'shopping_chat.experiment.variant.id' };
const experimentVariantName: AttributeRule = { name: 'shopping_chat.experiment.variant.name' };

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
    component: triggerComponent,
    component_template: triggerTemplate,
    trigger_context_product_ids: triggerProductIds,
    trigger_conversation_starters_list: triggerStarterTexts,
    suggested_question_text: triggerStarterText,
    trigger_conversation_starter_clicked_is_generated: triggerStarterClickedIsGenerated,
    trigger_conversation_starters_is_generated: triggerStarterSetIsGenerated,
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
    source_type: menuSource,
    product_id: productId,
    product_category: productCategory,
  },
  url_click: {
    ...common,
    link_type: linkType,
    url: urlFull,
    product_id: productId,
    product_category: productCategory,
    link_text: linkText,
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
    feedback_state: feedbackRating,
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
  experiment_id: experimentId,
  experiment_source: experimentSource,
  global_rank: experimentRank,
  throttle_rank: experimentThrottleRank,
  global_variant_id: experimentVariantId,
  global_variant_name: experimentVariantName,
};
