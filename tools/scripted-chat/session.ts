import type { VendorPayload } from '@chatspan/semantic-conventions';

/** The widget's set-up, which the vendor's widget puts on almost every event. */
const chatConfig = JSON.stringify({
  locale: 'en-US',
  theme: { primary: '#1d3f72', radius: 12, position: 'bottom-right' },
  features: { voice: false, compare: true, survey: true, miniPdp: true },
  welcome: 'Hi! I can help you find the right jacket.',
});

const open = {
  chat_widget_size: 'large',
  conversation_state: 'conversation',
  chat_config: chatConfig,
} as const;
const starter = 'What materials is this product made from?';
const jacket = { product_id: '431374', product_category: 'outerwear' } as const;
const coat = { product_id: '531284', product_category: 'outerwear' } as const;
const buttons = ['Compare', 'Find similar', 'What should I wear with it?'];
const answer =
  'The Regular Fit Funnel Neck Puffer Jacket has a water-repellent shell of recycled polyester and a light filling.';

/** Asking for one product: from the trigger to a question about it. */
const start: VendorPayload[] = [
  {
    action: 'trigger_clicked',
    component: 'PDP_EMBEDDED',
    component_template: 'PDP_EMBEDDED_v1',
    trigger_context_product_ids: ['431374', '531284'],
    trigger_conversation_starters_list: [starter, 'Is it warm enough for winter?', 'How does it fit?'],
    trigger_conversation_starter_clicked_is_generated: true,
    trigger_conversation_starters_is_generated: true,
    suggested_question_text: starter,
    chat_widget_state: 'none',
    conversation_state: 'none',
    chat_config: chatConfig,
  },
  {
    action: 'expand_from_trigger',
    chat_opened_from_trigger: 'Clarity-PDP-Embedded',
    suggested_button: starter,
    chat_widget_state: 'open',
    chat_widget_size: 'large',
    conversation_state: 'none',
    chat_config: chatConfig,
  },
  {
    action: 'user_respond_product',
    type: 'trigger_button',
    message: starter,
    target: 'ask_about_product',
    ...jacket,
    clicked_in_trigger: 'Clarity-PDP-Embedded',
    ...open,
  },
];

/** Looking at what the assistant found. */
const browse: VendorPayload[] = [
  {
    action: 'product_select',
    product_id: '431374',
    product_ids: ['431374'],
    suggestion_buttons_shown: buttons,
    ...open,
  },
  {
    action: 'product_select',
    product_id: '531284',
    product_ids: ['431374', '531284'],
    suggestion_buttons_shown: buttons,
    ...open,
  },
  { action: 'mini_pdp_click', ...jacket, ...open },
  {
    action: 'product_menu_click',
    button_content: 'find similar',
    source_type: 'mini_pdp',
    ...jacket,
    ...open,
  },
  { action: 'close_mini_pdp', product_id: '431374', ...open },
  { action: 'mini_pdp_click', ...coat, ...open },
  { action: 'close_mini_pdp', product_id: '531284', ...open },
  {
    action: 'product_deselect',
    product_id: '531284',
    product_ids: ['431374'],
    suggestion_buttons_shown: buttons,
    ...open,
  },
];

/** A question in the shopper's own words, and what is done with its answer. */
const ask = (message: string): VendorPayload[] => [
  { action: 'user_respond', type: 'text', message, product_ids: ['431374'], ...open },
  { action: 'mini_pdp_click', ...coat, ...open },
  { action: 'close_mini_pdp', product_id: '531284', ...open },
  {
    action: 'product_menu_click',
    button_content: 'ask follow up',
    source_type: 'carousel',
    ...coat,
    ...open,
  },
];

/** A question by a button. */
const press = (message: string, target: string): VendorPayload[] => [
  {
    action: 'user_respond',
    type: 'suggestion_button',
    message,
    target,
    product_ids: ['431374', '531284'],
    ...open,
  },
  {
    action: 'product_select',
    product_id: '531284',
    product_ids: ['431374', '531284'],
    suggestion_buttons_shown: buttons,
    ...open,
  },
];

const textLink: VendorPayload = {
  action: 'url_click',
  link_type: 'text_url',
  url: 'https://www.example.com/size-guide',
  link_text: 'Size guide for jackets',
  ...open,
};

const productLink: VendorPayload = {
  action: 'url_click',
  link_type: 'product_card',
  url: 'https://www.example.com/products/531284',
  ...coat,
  ...open,
};

const around: VendorPayload[] = [
  {
    action: 'change_size',
    set_size_to: 'small',
    chat_widget_size: 'large',
    conversation_state: 'conversation',
    chat_config: chatConfig,
  },
  {
    action: 'change_size',
    set_size_to: 'large',
    chat_widget_size: 'small',
    conversation_state: 'conversation',
    chat_config: chatConfig,
  },
  { action: 'menu_click', button_content: 'Learn more', url: 'https://www.example.com/help', ...open },
  {
    action: 'minimize_from_open',
    chat_widget_state: 'minimized',
    chat_widget_size: 'large',
    conversation_state: 'conversation',
    chat_config: chatConfig,
  },
  { action: 'expand_from_minimized', chat_widget_state: 'open', ...open },
];

const rate: VendorPayload[] = [
  { action: 'thumbs_up', feedback_target_text: answer, feedback_target_product_ids: ['431374'], ...open },
  {
    action: 'thumbs_down',
    feedback_message: 'I asked for wool.',
    feedback_target_text: answer,
    feedback_target_product_ids: ['531284'],
    ...open,
  },
  { action: 'submit_feedback', feedback_state: 4, feedback_message: 'Quick and to the point.' },
];

const closings: VendorPayload[] = [
  { action: 'close_survey' },
  {
    action: 'close_chat_from_open_on_mobile',
    chat_widget_state: 'open',
    chat_widget_size: 'full_screen',
    conversation_state: 'conversation',
    chat_config: chatConfig,
  },
  { action: 'close_bubble', chat_widget_state: 'bubble', chat_config: chatConfig },
  { action: 'expand_from_bubble', chat_widget_state: 'open', ...open },
  { action: 'chat_closed', chat_widget_state: 'open', conversation_state: 'idle', chat_config: chatConfig },
  {
    action: 'close_chat_from_minimized',
    chat_widget_state: 'minimized',
    conversation_state: 'idle',
    chat_config: chatConfig,
  },
];

/**
 * The scripted chat: 60 interactions in the order of a long visit, with all 23 events of the vendor's page and its
 * documented values. The last one leaves the page: a link to a product.
 */
export const SESSION: readonly VendorPayload[] = [
  ...start,
  ...browse,
  ...ask('Is it warm enough for a winter in Oslo?'),
  textLink,
  ...press('Compare', 'compare_products'),
  ...around,
  ...ask('Do you have it in dark green?'),
  ...press('Find similar', 'find_similar_or_compatible_products'),
  ...browse,
  ...ask('Which one is lighter?'),
  ...rate,
  ...closings,
  { action: 'expand_from_minimized', chat_widget_state: 'open', ...open },
  ...press('What should I wear with it?', 'complete_the_look'),
  ...ask('Can I wash it at home?'),
  ...rate.slice(0, 1),
  textLink,
  productLink,
];
