import type { Chat } from '../chat.ts';
import type { Component } from '../dom/component.ts';
import { element } from '../dom/element.ts';
import { icon } from '../dom/icons.ts';
import { openingButtons } from './opening-suggestions.ts';

/** What an empty chat shows. */
export function homeScreen(chat: Chat): Component {
  const notice = element('p', { class: 'notice', role: 'status', 'data-testid': 'chat-notice' });
  const home = element(
    'section',
    { class: 'home', 'aria-label': 'Welcome', 'data-testid': 'chat-home' },
    notice,
    element('span', { class: 'home-mark' }, icon('spark')),
    element('h3', { class: 'home-title' }, 'What are you looking for today?'),
    element('p', { class: 'home-text' }, 'Describe it in your own words, or start with one of these.'),
    openingButtons(chat, 'chat-home-suggestion'),
  );
  return {
    element: home,
    render(state) {
      home.hidden = state.phase !== 'home_screen';
      notice.hidden = state.notice === undefined;
      notice.textContent = state.notice ?? '';
    },
  };
}
