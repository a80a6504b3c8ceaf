import type { Step } from './step.ts';
import { event } from './step.ts';

const initial = { 'shopping_chat.conversation.state': 'initial_message' };

/** On the home page: the bubble, the minimized badge, and back to nothing. */
export const openAndClose: readonly Step[] = [
  {
    act: async (shopper) => {
      await shopper.comesTo('/');
      await shopper.opensBubble();
    },
    events: [
      event('expand_from_bubble', {
        'shopping_chat.widget.state': 'open',
        'shopping_chat.widget.size': 'small',
        ...initial,
      }),
    ],
  },
  {
    act: (shopper) => shopper.minimizes(),
    events: [
      event('minimize_from_open', {
        'shopping_chat.widget.state': 'minimized',
        'shopping_chat.widget.previous_size': 'small',
        ...initial,
      }),
    ],
  },
  {
    act: (shopper) => shopper.opensBadge(),
    events: [
      event('expand_from_minimized', {
        'shopping_chat.widget.state': 'open',
        'shopping_chat.widget.size': 'small',
        ...initial,
      }),
    ],
  },
  {
    act: async (shopper) => {
      await shopper.minimizes();
      await shopper.dismissesBadge();
    },
    events: [
      event('minimize_from_open', {
        'shopping_chat.widget.state': 'minimized',
        'shopping_chat.widget.previous_size': 'small',
        ...initial,
      }),
      event('close_chat_from_minimized', {
        'shopping_chat.widget.previous_state': 'minimized',
        ...initial,
      }),
    ],
  },
];
