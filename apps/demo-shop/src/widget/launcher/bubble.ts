import { dismissBubble, openFromBubble } from '../actions/open-close.ts';
import type { Chat } from '../chat.ts';
import type { Component } from '../dom/component.ts';
import { element } from '../dom/element.ts';
import { iconButton } from '../dom/icon-button.ts';
import { icon } from '../dom/icons.ts';
import { assistantName, initialMessage } from '../sentences.ts';

/** The initial message, beside the floating button. */
export function bubble(chat: Chat): Component {
  const open = element(
    'button',
    {
      type: 'button',
      class: 'bubble-open',
      'data-testid': 'chat-bubble-open',
      onclick: () => openFromBubble(chat),
    },
    element('span', { class: 'avatar' }, icon('spark')),
    element(
      'span',
      { class: 'bubble-text' },
      element('strong', {}, assistantName),
      element('span', {}, initialMessage),
    ),
  );
  const close = iconButton({
    icon: 'close',
    label: 'Dismiss message',
    testId: 'chat-bubble-close',
    onclick: () => dismissBubble(chat),
  });
  const box = element('div', { class: 'bubble', role: 'status', 'data-testid': 'chat-bubble' }, open, close);
  return {
    element: box,
    render({ view }) {
      box.hidden = view !== 'bubble';
    },
  };
}
