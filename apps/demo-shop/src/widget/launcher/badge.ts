import { closeFromMinimized, openFromMinimized } from '../actions/open-close.ts';
import type { Chat } from '../chat.ts';
import type { Component } from '../dom/component.ts';
import { element } from '../dom/element.ts';
import { iconButton } from '../dom/icon-button.ts';
import { icon } from '../dom/icons.ts';

/** The minimized chat. */
export function badge(chat: Chat): Component & { focus(): void } {
  const label = element('span', { class: 'badge-label' });
  const count = element('span', { class: 'badge-count', 'data-testid': 'chat-unread' });
  const open = element(
    'button',
    {
      type: 'button',
      class: 'badge-open',
      'data-testid': 'chat-badge',
      onclick: () => openFromMinimized(chat),
    },
    element('span', { class: 'avatar' }, icon('spark')),
    label,
    count,
  );
  const close = iconButton({
    icon: 'close',
    label: 'Close chat',
    testId: 'chat-badge-close',
    onclick: () => closeFromMinimized(chat),
  });
  const box = element('div', { class: 'badge' }, open, close);
  return {
    element: box,
    focus: () => open.focus(),
    render({ view, phase, pending, unread }) {
      box.hidden = view !== 'minimized';
      label.textContent =
        pending !== undefined
          ? 'Answering …'
          : phase === 'conversation'
            ? 'Continue chat'
            : 'Ask the assistant';
      count.hidden = unread === 0;
      count.textContent = String(unread);
      open.setAttribute(
        'aria-label',
        unread === 0 ? (label.textContent ?? '') : `${label.textContent}, ${unread} new`,
      );
    },
  };
}
