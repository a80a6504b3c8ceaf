import { clickTrigger } from '../actions/click-trigger.ts';
import type { Chat } from '../chat.ts';
import type { Component } from '../dom/component.ts';
import { element } from '../dom/element.ts';
import { icon } from '../dom/icons.ts';
import { readPageContext } from '../page-context.ts';

export function floatingButton(chat: Chat): Component {
  const button = element(
    'button',
    {
      type: 'button',
      class: 'floating-button',
      'aria-label': 'Open shopping assistant',
      title: 'Open shopping assistant',
      'data-testid': 'chat-floating-trigger',
      onclick: () =>
        clickTrigger(chat, {
          component: 'FLOATING_TRIGGER',
          productIds: readPageContext().productIds,
          starters: [],
          productCategory: undefined,
        }),
    },
    icon('chat'),
  );
  return {
    element: button,
    render({ view }) {
      button.hidden = view === 'open' || view === 'minimized';
    },
  };
}
