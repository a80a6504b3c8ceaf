import type { Chat } from '../chat.ts';
import type { Entry } from '../state/entries.ts';
import { assistantMessage } from './assistant-message.ts';
import { failureMessage } from './failure-message.ts';
import { productList } from './product-list.ts';
import { quickReplies } from './quick-replies.ts';
import { userMessage } from './user-message.ts';

export function entryElement(chat: Chat, entry: Entry): HTMLElement {
  switch (entry.kind) {
    case 'user':
      return userMessage(entry.text, entry.voice);
    case 'assistant':
      return assistantMessage(chat, entry);
    case 'products':
      return productList(chat, entry.items, entry.title);
    case 'quick_replies':
      return quickReplies(chat, entry.replies, entry.text);
    case 'failure':
      return failureMessage(chat, entry);
  }
}
