import { expect } from 'vitest';
import type { Step } from './step.ts';
import { event } from './step.ts';

const large = {
  'shopping_chat.widget.size': 'large',
  'shopping_chat.conversation.state': 'conversation',
};
const ratedTurn = {
  'shopping_chat.turn.span_id': expect.stringMatching(/^[0-9a-f]{16}$/),
  'gen_ai.response.id': expect.stringMatching(/^resp_[0-9a-f]{24}$/),
};

/** What the shopper types here. */
export const comments = {
  up: 'Just what I was after',
  down: 'These cost too much',
  survey: 'Quick and friendly people',
};

/** The two answers that are rated, as the chat shows them but for their links. */
export const ratedTexts = [
  'This is what I would look at:',
  'waterproof, windproof and down fill',
  'Close to the',
];

/** Ratings, links out of the chat, the survey, and the way to the checkout. */
export function rateAndLeave(shopUrl: string): readonly Step[] {
  return [
    {
      act: async (shopper) => {
        await shopper.rates(2, 'up', comments.up);
        await shopper.rates(1, 'down', comments.down);
      },
      events: [
        event('thumbs_up', {
          'shopping_chat.feedback.length': 21,
          'shopping_chat.feedback.target.length': 362,
          'shopping_chat.feedback.target.product_ids': ['431402', '531284', '061215'],
          ...ratedTurn,
          ...large,
        }),
        event('thumbs_down', {
          'shopping_chat.feedback.length': 19,
          'shopping_chat.feedback.target.length': 407,
          'shopping_chat.feedback.target.product_ids': ['431374', '640118', '520486', '431402'],
          ...ratedTurn,
          ...large,
        }),
      ],
    },
    {
      act: async (shopper) => {
        const before = await shopper.conversation();
        await shopper.follows(shopper.control('chat-text-link').first(), '/products/431374');
        expect(await shopper.conversation()).toEqual(before);
      },
      events: [
        event('url_click', {
          'shopping_chat.link.type': 'text_url',
          'url.full': `${shopUrl}/products/431374`,
          'shopping_chat.link.text': 'Halden Down Parka',
          ...large,
        }),
      ],
    },
    {
      act: async (shopper) => {
        await shopper.choosesOfChat('learn-more');
        await shopper.isAt('/help');
        await shopper.choosesOfChat('clear');
      },
      events: [
        event('menu_click', {
          'shopping_chat.menu.item_label': 'Learn more',
          'url.full': `${shopUrl}/help`,
          ...large,
        }),
        event('menu_click', { 'shopping_chat.menu.item_label': 'Clear Chat', ...large }),
      ],
    },
    {
      act: (shopper) => shopper.answersSurvey(4, comments.survey),
      events: [
        event('submit_feedback', {
          'shopping_chat.feedback.rating': 4,
          'shopping_chat.feedback.length': 25,
        }),
      ],
    },
    {
      act: async (shopper) => {
        await shopper.resizes();
        await shopper.goesToCheckout();
      },
      events: [
        event('change_size', {
          'shopping_chat.widget.size': 'small',
          'shopping_chat.widget.previous_size': 'large',
          'shopping_chat.conversation.state': 'home_screen',
        }),
        event('chat_closed', {
          'shopping_chat.widget.previous_state': 'open',
          'shopping_chat.conversation.state': 'home_screen',
        }),
      ],
    },
  ];
}
