import type { Chat } from '../chat.ts';
import { report, surroundings } from '../chat.ts';
import { newConversation } from '../state/state.ts';
import { menuClick } from '../tracking/lifecycle-events.ts';

export function clickMenuLink(chat: Chat, label: string, url: string): void {
  report(chat, menuClick(surroundings(chat), label, url));
}

/** Starts a new conversation; a survey asks about the old one when there was one. */
export function clearChat(chat: Chat, label: string): void {
  report(chat, menuClick(surroundings(chat), label, undefined));
  const { chatId, entries } = chat.store.get();
  const talked = entries.some((entry) => entry.kind === 'user');
  chat.answer.abort?.abort();
  chat.answer.abort = undefined;
  chat.store.set({
    ...newConversation(),
    phase: 'home_screen',
    surveyChatId: talked ? chatId : undefined,
  });
}
