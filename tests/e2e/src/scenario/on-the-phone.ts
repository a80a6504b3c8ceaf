import type { Step } from './step.ts';
import { event } from './step.ts';

const halfScreen = 'half_screen';
const inConversation = {
  'shopping_chat.widget.size': halfScreen,
  'shopping_chat.conversation.state': 'conversation',
};

/** What the voice button hears, which is the shopper's own words too. */
export const spokenQuestion = 'Show me a warm waterproof jacket for winter hiking';

/** A second chat session, on a phone: what there is on no other device, and what the first one left out. */
export const onThePhone: readonly Step[] = [
  {
    act: async (shopper) => {
      await shopper.comesTo('/');
      await shopper.dismissesBubble();
    },
    events: [event('close_bubble', { 'shopping_chat.widget.previous_state': 'bubble' })],
  },
  {
    act: (shopper) => shopper.opensFloatingTrigger(),
    events: [
      event('trigger_clicked', {
        'shopping_chat.trigger.component': 'FLOATING_TRIGGER',
        'shopping_chat.trigger.template': 'FLOATING_TRIGGER_v1',
        'shopping_chat.trigger.product_ids': [],
        'shopping_chat.trigger.starter.texts': [],
        'shopping_chat.widget.state': 'none',
        'shopping_chat.conversation.state': 'none',
      }),
      event('expand_from_trigger', {
        'shopping_chat.trigger.name': 'Clarity-Floating-Trigger',
        'shopping_chat.widget.state': 'open',
        'shopping_chat.widget.size': halfScreen,
        'shopping_chat.conversation.state': 'home_screen',
      }),
    ],
  },
  {
    act: async (shopper) => {
      await shopper.presses('chat-home-suggestion', 'Something for winter hiking');
      await shopper.isAnswered();
      await shopper.speaks();
      await shopper.isAnswered();
    },
    events: [
      event('user_respond', {
        'shopping_chat.message.input_type': 'suggestion_button',
        'shopping_chat.message.text': 'Something for winter hiking',
        'shopping_chat.message.length': 27,
        'shopping_chat.message.target': 'search_in_catalog',
        'shopping_chat.selection.product_ids': [],
        'shopping_chat.widget.size': halfScreen,
        'shopping_chat.conversation.state': 'home_screen',
      }),
      event('user_respond', {
        'shopping_chat.message.input_type': 'voice',
        'shopping_chat.message.length': 50,
        'shopping_chat.selection.product_ids': [],
        ...inConversation,
      }),
    ],
  },
  {
    act: async (shopper) => {
      await shopper.choosesOfChat('clear');
      await shopper.dismissesSurvey();
      await shopper.closesOnPhone();
    },
    events: [
      event('menu_click', { 'shopping_chat.menu.item_label': 'Clear Chat', ...inConversation }),
      event('close_survey', {}),
      event('close_chat_from_open_on_mobile', {
        'shopping_chat.widget.previous_state': 'open',
        'shopping_chat.widget.size': halfScreen,
        'shopping_chat.conversation.state': 'home_screen',
      }),
    ],
  },
];
