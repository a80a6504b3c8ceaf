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
  readonly type: 'string' | 'string[]' | 'int' | 'boolean';
  /** Absent: none. */
  readonly content?: ContentClass;
  /** Attribute that holds the length of a text that is not captured, where there is one. */
  readonly length?: string;
  /** Known values, where they are known; others are recorded as they come. */
  readonly members?: readonly string[];
}

export type EventRules = { readonly [vendorAttribute: string]: AttributeRule };

/** Event name = `EVENT_NAMESPACE` + action. */
export const EVENT_NAMESPACE = 'shopping_chat.';

/** The widget reported an action that is not in this registry. */
export const UNKNOWN_ACTION_EVENT = 'shopping_chat.unknown_action';

const action: AttributeRule = { name: 'shopping_chat.action', type: 'string' };
const triggerComponent: AttributeRule = { name: 'shopping_chat.trigger.component', type: 'string', members: ['PDP_EMBEDDED', 'PLP_EMBEDDED', 'PLP_BANNER', 'SEARCH_SUGGESTION', 'FLOATING_TRIGGER'] };
const triggerTemplate: AttributeRule = { name: 'shopping_chat.trigger.template', type: 'string' };
const triggerProductIds: AttributeRule = { name: 'shopping_chat.trigger.product_ids', type: 'string[]' };
const triggerStarterTexts: AttributeRule = { name: 'shopping_chat.trigger.starter.texts', type: 'string[]', content: 'label' };
const triggerStarterText: AttributeRule = { name: 'shopping_chat.trigger.starter.text', type: 'string', content: 'label' };
const triggerStarterClickedIsGenerated: AttributeRule = { name: 'shopping_chat.trigger.starter.clicked_is_generated', type: 'boolean' };
const triggerStarterSetIsGenerated: AttributeRule = { name: 'shopping_chat.trigger.starter.set_is_generated', type: 'boolean' };
const widgetState: AttributeRule = { name: 'shopping_chat.widget.state', type: 'string', members: ['minimized', 'bubble', 'open', 'none'] };
const widgetSize: AttributeRule = { name: 'shopping_chat.widget.size', type: 'string', members: ['large', 'small', 'half_screen', 'full_screen'] };
const conversationState: AttributeRule = { name: 'shopping_chat.conversation.state', type: 'string', members: ['initial_message', 'welcome_message', 'home_screen', 'conversation', 'idle', 'none'] };
const config: AttributeRule = { name: 'shopping_chat.config', type: 'string', content: 'config' };
const widgetPreviousState: AttributeRule = { name: 'shopping_chat.widget.previous_state', type: 'string', members: ['minimized', 'bubble', 'open'] };
const triggerName: AttributeRule = { name: 'shopping_chat.trigger.name', type: 'string' };
const widgetPreviousSize: AttributeRule = { name: 'shopping_chat.widget.previous_size', type: 'string', members: ['large', 'small', 'half_screen', 'full_screen'] };
const menuItemLabel: AttributeRule = { name: 'shopping_chat.menu.item_label', type: 'string', content: 'label' };
const urlFull: AttributeRule = { name: 'url.full', type: 'string', content: 'url' };
const messageInputType: AttributeRule = { name: 'shopping_chat.message.input_type', type: 'string', members: ['text', 'suggestion_button', 'quick_reply', 'trigger_button', 'voice', 'product_menu'] };
const messageText: AttributeRule = { name: 'shopping_chat.message.text', type: 'string', content: 'by_input_type', length: 'shopping_chat.message.length' };
const messageTarget: AttributeRule = { name: 'shopping_chat.message.target', type: 'string' };
const selectionProductIds: AttributeRule = { name: 'shopping_chat.selection.product_ids', type: 'string[]' };
const productId: AttributeRule = { name: 'shopping_chat.product.id', type: 'string' };
const productCategory: AttributeRule = { name: 'shopping_chat.product.category', type: 'string' };
const menuSource: AttributeRule = { name: 'shopping_chat.menu.source', type: 'string', members: ['product_card', 'carousel', 'mini_pdp'] };
const linkType: AttributeRule = { name: 'shopping_chat.link.type', type: 'string', members: ['product_card', 'text_url', 'mini_pdp_product', 'product_menu'] };
const linkText: AttributeRule = { name: 'shopping_chat.link.text', type: 'string', content: 'label' };
const suggestionLabels: AttributeRule = { name: 'shopping_chat.suggestion.labels', type: 'string[]', content: 'label' };
const feedbackRating: AttributeRule = { name: 'shopping_chat.feedback.rating', type: 'int' };
const feedbackText: AttributeRule = { name: 'shopping_chat.feedback.text', type: 'string', content: 'text', length: 'shopping_chat.feedback.length' };
const feedbackTargetText: AttributeRule = { name: 'shopping_chat.feedback.target.text', type: 'string', content: 'text', length: 'shopping_chat.feedback.target.length' };
const feedbackTargetProductIds: AttributeRule = { name: 'shopping_chat.feedback.target.product_ids', type: 'string[]' };
const experimentId: AttributeRule = { name: 'shopping_chat.experiment.id', type: 'string' };
const experimentSource: AttributeRule = { name: 'shopping_chat.experiment.source', type: 'string' };
const experimentRank: AttributeRule = { name: 'shopping_chat.experiment.rank', type: 'string' };
const experimentThrottleRank: AttributeRule = { name: 'shopping_chat.experiment.throttle_rank', type: 'string' };
const experimentVariantId: AttributeRule = { name: 'shopping_chat.experiment.variant.id', type: 'string' };
const experimentVariantName: AttributeRule = { name: 'shopping_chat.experiment.variant.name', type: 'string' };

/** For each action: vendor attribute → rule. */
export const EVENT_RULES: { readonly [A in VendorAction]: EventRules } = {
  trigger_clicked: {
    action: action,
    component: triggerComponent,
    component_template: triggerTemplate,
    trigger_context_product_ids: triggerProductIds,
    trigger_conversation_starters_list: triggerStarterTexts,
    suggested_question_text: triggerStarterText,
    trigger_conversation_starter_clicked_is_generated: triggerStarterClickedIsGenerated,
    trigger_conversation_starters_is_generated: triggerStarterSetIsGenerated,
    chat_widget_state: widgetState,
    chat_widget_size: widgetSize,
    conversation_state: conversationState,
    chat_config: config,
  },
  chat_closed: {
    action: action,
    chat_widget_state: widgetPreviousState,
    conversation_state: conversationState,
    chat_config: config,
  },
  close_chat_from_minimized: {
    action: action,
    chat_widget_state: widgetPreviousState,
    conversation_state: conversationState,
    chat_config: config,
  },
  close_chat_from_open_on_mobile: {
    action: action,
    chat_widget_state: widgetPreviousState,
    chat_widget_size: widgetSize,
    conversation_state: conversationState,
    chat_config: config,
  },
  expand_from_bubble: {
    action: action,
    chat_widget_state: widgetState,
    chat_widget_size: widgetSize,
    conversation_state: conversationState,
    chat_config: config,
  },
  expand_from_minimized: {
    action: action,
    chat_widget_state: widgetState,
    chat_widget_size: widgetSize,
    conversation_state: conversationState,
    chat_config: config,
  },
  expand_from_trigger: {
    action: action,
    chat_opened_from_trigger: triggerName,
    suggested_button: triggerStarterText,
    chat_widget_state: widgetState,
    chat_widget_size: widgetSize,
    conversation_state: conversationState,
    chat_config: config,
  },
  minimize_from_open: {
    action: action,
    chat_widget_state: widgetState,
    chat_widget_size: widgetPreviousSize,
    conversation_state: conversationState,
    chat_config: config,
  },
  change_size: {
    action: action,
    set_size_to: widgetSize,
    chat_widget_size: widgetPreviousSize,
    conversation_state: conversationState,
    chat_config: config,
  },
  close_bubble: {
    action: action,
    chat_widget_state: widgetPreviousState,
    chat_config: config,
  },
  menu_click: {
    action: action,
    button_content: menuItemLabel,
    url: urlFull,
    chat_widget_size: widgetSize,
    conversation_state: conversationState,
    chat_config: config,
  },
  user_respond: {
    action: action,
    type: messageInputType,
    message: messageText,
    target: messageTarget,
    product_ids: selectionProductIds,
    clicked_in_trigger: triggerName,
    chat_widget_size: widgetSize,
    conversation_state: conversationState,
    chat_config: config,
  },
  user_respond_product: {
    action: action,
    type: messageInputType,
    message: messageText,
    target: messageTarget,
    product_id: productId,
    product_category: productCategory,
    clicked_in_trigger: triggerName,
    chat_widget_size: widgetSize,
    conversation_state: conversationState,
    chat_config: config,
  },
  close_mini_pdp: {
    action: action,
    product_id: productId,
    chat_widget_size: widgetSize,
    conversation_state: conversationState,
    chat_config: config,
  },
  mini_pdp_click: {
    action: action,
    product_id: productId,
    product_category: productCategory,
    chat_widget_size: widgetSize,
    conversation_state: conversationState,
    chat_config: config,
  },
  product_menu_click: {
    action: action,
    button_content: menuItemLabel,
    source_type: menuSource,
    product_id: productId,
    product_category: productCategory,
    chat_widget_size: widgetSize,
    conversation_state: conversationState,
    chat_config: config,
  },
  url_click: {
    action: action,
    link_type: linkType,
    url: urlFull,
    product_id: productId,
    product_category: productCategory,
    link_text: linkText,
    chat_widget_size: widgetSize,
    conversation_state: conversationState,
    chat_config: config,
  },
  product_deselect: {
    action: action,
    product_id: productId,
    product_ids: selectionProductIds,
    suggestion_buttons_shown: suggestionLabels,
    chat_widget_size: widgetSize,
    conversation_state: conversationState,
    chat_config: config,
  },
  product_select: {
    action: action,
    product_id: productId,
    product_ids: selectionProductIds,
    suggestion_buttons_shown: suggestionLabels,
    chat_widget_size: widgetSize,
    conversation_state: conversationState,
    chat_config: config,
  },
  close_survey: {
    action: action,
  },
  submit_feedback: {
    action: action,
    feedback_state: feedbackRating,
    feedback_message: feedbackText,
  },
  thumbs_down: {
    action: action,
    feedback_message: feedbackText,
    feedback_target_text: feedbackTargetText,
    feedback_target_product_ids: feedbackTargetProductIds,
    chat_widget_size: widgetSize,
    conversation_state: conversationState,
    chat_config: config,
  },
  thumbs_up: {
    action: action,
    feedback_message: feedbackText,
    feedback_target_text: feedbackTargetText,
    feedback_target_product_ids: feedbackTargetProductIds,
    chat_widget_size: widgetSize,
    conversation_state: conversationState,
    chat_config: config,
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
