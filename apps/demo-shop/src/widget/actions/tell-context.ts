import type { Chat } from '../chat.ts';
import { readPageContext } from '../page-context.ts';
import type { Question } from '../state/question.ts';
import { contextFor } from '../state/told-context.ts';

/**
 * Tells the backend what is selected and what the page shows, when that changed since it was told last. Done right
 * before a question rather than at each click: the backend takes one request at a time.
 */
export async function tellContext(chat: Chat, question: Question, signal: AbortSignal): Promise<void> {
  const { chatId, selection, toldSelection, toldContext } = chat.store.get();
  const nothing = () => undefined;
  const selected = JSON.stringify(selection);
  if (selected !== toldSelection) {
    await chat.client.send(chatId, { type: 'SELECTED_ITEMS', ids: selection }, nothing, signal);
    chat.store.set({ toldSelection: selected });
  }
  const context = contextFor(readPageContext(), question.subject);
  const told = JSON.stringify(context);
  if (told !== toldContext) {
    await chat.client.send(chatId, { type: 'FE.SET_CONTEXT', ...context }, nothing, signal);
    chat.store.set({ toldContext: told });
  }
}
