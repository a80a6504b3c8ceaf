import type { Step } from './step.ts';
import { event } from './step.ts';

const starter = 'What materials is this product made from?';
const large = {
  'shopping_chat.widget.size': 'large',
  'shopping_chat.conversation.state': 'conversation',
};
const parka = { 'shopping_chat.product.id': '431374', 'shopping_chat.product.category': 'outerwear' };

/** What the shopper types here, which must stay in the browser and the chat. */
export const typedQuestion = 'Something warm and waterproof for winter hiking';

/** On a product page: questions of three kinds, a selection, the small product view and a product's menu. */
export const askAndLook: readonly Step[] = [
  {
    act: async (shopper) => {
      await shopper.follows(shopper.control('hero-outerwear'), '/category/outerwear');
      await shopper.follows(shopper.control('product-card-431374'), '/products/431374');
      await shopper.clicksStarter('PDP_EMBEDDED', starter);
      await shopper.isAnswered();
    },
    events: [
      event('trigger_clicked', {
        'shopping_chat.trigger.component': 'PDP_EMBEDDED',
        'shopping_chat.trigger.template': 'PDP_EMBEDDED_v1',
        'shopping_chat.trigger.product_ids': ['431374'],
        'shopping_chat.trigger.starter.texts': [
          starter,
          'Is it warm enough for winter?',
          'What goes well with it?',
        ],
        'shopping_chat.trigger.starter.clicked_is_generated': true,
        'shopping_chat.trigger.starter.set_is_generated': true,
        'shopping_chat.trigger.starter.text': starter,
        'shopping_chat.widget.state': 'none',
        'shopping_chat.conversation.state': 'initial_message',
      }),
      event('expand_from_trigger', {
        'shopping_chat.trigger.name': 'Clarity-PDP-Embedded',
        'shopping_chat.trigger.starter.text': starter,
        'shopping_chat.widget.state': 'open',
        'shopping_chat.widget.size': 'small',
        'shopping_chat.conversation.state': 'initial_message',
      }),
      event('user_respond', {
        'shopping_chat.message.input_type': 'trigger_button',
        'shopping_chat.message.text': starter,
        'shopping_chat.message.length': 41,
        'shopping_chat.selection.product_ids': [],
        'shopping_chat.trigger.name': 'Clarity-PDP-Embedded',
        'shopping_chat.widget.size': 'small',
        'shopping_chat.conversation.state': 'initial_message',
      }),
    ],
  },
  {
    act: (shopper) => shopper.resizes(),
    events: [
      event('change_size', {
        'shopping_chat.widget.size': 'large',
        'shopping_chat.widget.previous_size': 'small',
        'shopping_chat.conversation.state': 'conversation',
      }),
    ],
  },
  {
    act: async (shopper) => {
      await shopper.types(typedQuestion);
      await shopper.isAnswered();
    },
    events: [
      event('user_respond', {
        'shopping_chat.message.input_type': 'text',
        'shopping_chat.message.length': 47,
        'shopping_chat.selection.product_ids': [],
        ...large,
      }),
    ],
  },
  {
    act: async (shopper) => {
      await shopper.selects(0);
      await shopper.selects(1);
      await shopper.deselects(0);
    },
    events: [
      event('product_select', {
        'shopping_chat.product.id': '431374',
        'shopping_chat.selection.product_ids': ['431374'],
        'shopping_chat.suggestion.labels': ['Tell me more', 'Find similar'],
        ...large,
      }),
      event('product_select', {
        'shopping_chat.product.id': '640118',
        'shopping_chat.selection.product_ids': ['431374', '640118'],
        'shopping_chat.suggestion.labels': ['Compare', 'Find similar'],
        ...large,
      }),
      event('product_deselect', {
        'shopping_chat.product.id': '431374',
        'shopping_chat.selection.product_ids': ['640118'],
        'shopping_chat.suggestion.labels': ['Tell me more', 'Find similar'],
        ...large,
      }),
    ],
  },
  {
    act: async (shopper) => {
      await shopper.looksAt(0);
      await shopper.looksAway();
    },
    events: [
      event('mini_pdp_click', { ...parka, ...large }),
      event('close_mini_pdp', { 'shopping_chat.product.id': '431374', ...large }),
    ],
  },
  {
    act: async (shopper) => {
      await shopper.choosesOfProduct(0, 'similar');
      await shopper.isAnswered();
    },
    events: [
      event('product_menu_click', {
        'shopping_chat.menu.item_label': 'find similar',
        'shopping_chat.menu.source': 'carousel',
        ...parka,
        ...large,
      }),
      event('user_respond_product', {
        'shopping_chat.message.input_type': 'product_menu',
        'shopping_chat.message.text': 'find similar',
        'shopping_chat.message.length': 12,
        'shopping_chat.message.target': 'find_similar_or_compatible_products',
        ...parka,
        ...large,
      }),
    ],
  },
];
