import type { Chat } from '../chat.ts';
import { element } from '../dom/element.ts';
import type { AssistantEntry } from '../state/entries.ts';
import { ratingBar } from './rating-bar.ts';
import { richText } from './rich-text.ts';

/** `aria-busy` keeps a screen reader from reading a growing answer piece by piece. */
export function assistantMessage(chat: Chat, entry: AssistantEntry): HTMLElement {
  const bubble = element(
    'div',
    { class: 'message from-assistant' },
    element('span', { class: 'visually-hidden' }, 'Assistant: '),
    ...richText(chat, entry.text, entry.streaming),
  );
  return element(
    'div',
    {
      class: entry.streaming ? 'turn streaming' : 'turn',
      'aria-busy': entry.streaming ? 'true' : undefined,
      'data-testid': 'chat-message-assistant',
      'data-message-id': entry.id,
    },
    bubble,
    entry.streaming || entry.local ? undefined : ratingBar(chat, entry),
  );
}
