import type { Attributes } from '@opentelemetry/api';

/** Name of an event without its root, and what it carries besides its action and its number: seven attributes in all. */
type ChatEvent = readonly [name: string, attributes: Attributes];

const open = {
  'shopping_chat.widget.size': 'large',
  'shopping_chat.conversation.state': 'conversation',
} satisfies Attributes;
const jacket = {
  'shopping_chat.product.id': '431374',
  'shopping_chat.product.category': 'outerwear',
} satisfies Attributes;

const select: ChatEvent = [
  'product_select',
  {
    ...open,
    'shopping_chat.product.id': '431374',
    'shopping_chat.selection.product_ids': ['431374', '531284'],
    'shopping_chat.suggestion.labels': ['Compare', 'Find similar', 'What should I wear with it?'],
  },
];
const miniPdp: ChatEvent = [
  'mini_pdp_click',
  { ...open, ...jacket, 'shopping_chat.experiment.id': 'winter' },
];
const closeMiniPdp: ChatEvent = [
  'close_mini_pdp',
  { ...open, ...jacket, 'shopping_chat.experiment.id': 'winter' },
];
const menu: ChatEvent = [
  'product_menu_click',
  {
    ...open,
    'shopping_chat.product.id': '431374',
    'shopping_chat.menu.item_label': 'find similar',
    'shopping_chat.menu.source': 'mini_pdp',
  },
];
const link: ChatEvent = [
  'url_click',
  {
    ...open,
    'shopping_chat.product.id': '431374',
    'shopping_chat.link.type': 'product_card',
    'url.full': 'https://shop.example/products/431374',
  },
];

/** What a shopper does during one activity. */
export const ACTIVITY_EVENTS: readonly ChatEvent[] = [
  [
    'trigger_clicked',
    {
      'shopping_chat.widget.state': 'none',
      'shopping_chat.conversation.state': 'none',
      'shopping_chat.trigger.component': 'PDP_EMBEDDED',
      'shopping_chat.trigger.product_ids': ['431374', '531284'],
      'shopping_chat.trigger.starter.text': 'What materials is this product made from?',
    },
  ],
  [
    'expand_from_trigger',
    {
      ...open,
      'shopping_chat.widget.state': 'open',
      'shopping_chat.trigger.name': 'PDP-Embedded',
      'shopping_chat.trigger.starter.text': 'What materials is this product made from?',
    },
  ],
  select,
  miniPdp,
  closeMiniPdp,
  menu,
  select,
  miniPdp,
  link,
  closeMiniPdp,
  menu,
  miniPdp,
  link,
  closeMiniPdp,
  [
    'thumbs_up',
    {
      ...open,
      'shopping_chat.feedback.target.length': 412,
      'shopping_chat.feedback.target.product_ids': ['431374'],
      'gen_ai.response.id': 'response-2f6c1a',
    },
  ],
];

/** What stands on a turn. */
export const QUESTION: ChatEvent = [
  'user_respond',
  {
    ...open,
    'shopping_chat.message.input_type': 'text',
    'shopping_chat.message.length': 41,
    'shopping_chat.selection.product_ids': ['431374'],
  },
];
