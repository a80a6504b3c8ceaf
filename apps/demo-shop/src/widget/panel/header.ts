import { clearChat, clickMenuLink } from '../actions/click-menu.ts';
import { closeOnPhone, minimize, toggleSize } from '../actions/open-close.ts';
import type { Chat } from '../chat.ts';
import type { Component } from '../dom/component.ts';
import { element } from '../dom/element.ts';
import { iconButton } from '../dom/icon-button.ts';
import { icon } from '../dom/icons.ts';
import type { MenuItem } from '../dom/popup-menu.ts';
import { popupMenu } from '../dom/popup-menu.ts';
import { assistantName } from '../sentences.ts';
import { sizeOf } from '../state/state.ts';

export function header(chat: Chat): Component {
  const resize = iconButton({
    icon: 'grow',
    label: 'Enlarge chat',
    testId: 'chat-resize',
    onclick: () => toggleSize(chat),
  });
  const close = iconButton({
    icon: 'close',
    label: 'Close chat',
    testId: 'chat-close',
    onclick: () => closeOnPhone(chat),
  });
  const smaller = iconButton({
    icon: 'minimize',
    label: 'Minimize chat',
    testId: 'chat-minimize',
    onclick: () => minimize(chat),
  });
  const status = element('span', { class: 'header-status' });
  // No header element: in a dialog, that would be a second banner of the page.
  const head = element(
    'div',
    { class: 'header' },
    element('span', { class: 'avatar' }, icon('spark')),
    element(
      'div',
      { class: 'header-names' },
      element('h2', { class: 'header-title' }, assistantName),
      status,
    ),
    popupMenu({ label: 'Chat menu', testId: 'chat-menu', items: menuItems(chat) }),
    resize,
    smaller,
    close,
  );
  return {
    element: head,
    render(state) {
      const phone = chat.screen.isPhone();
      const size = sizeOf(state, phone);
      const shrinks = size === 'large' || size === 'full_screen';
      const label = shrinks ? 'Make chat smaller' : 'Enlarge chat';
      if (resize.title !== label) {
        resize.replaceChildren(icon(shrinks ? 'shrink' : 'grow'));
        resize.title = label;
        resize.setAttribute('aria-label', label);
      }
      close.hidden = !phone;
      status.textContent = state.pending === undefined ? 'Demo assistant' : 'Answering …';
    },
  };
}

function menuItems(chat: Chat): MenuItem[] {
  return [
    {
      label: 'Clear Chat',
      icon: 'trash',
      testId: 'chat-menu-clear',
      onclick: () => clearChat(chat, 'Clear Chat'),
    },
    menuLink(chat, { label: 'Learn more', icon: 'info', testId: 'chat-menu-learn-more', href: '/help' }),
    menuLink(chat, {
      label: 'Store locator',
      icon: 'pin',
      testId: 'chat-menu-store-locator',
      href: '/help#stores',
    }),
  ];
}

function menuLink(chat: Chat, link: Omit<MenuItem, 'onclick'> & { href: string }): MenuItem {
  return { ...link, onclick: () => clickMenuLink(chat, link.label, new URL(link.href, location.href).href) };
}
