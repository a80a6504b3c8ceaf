import { AnswerFailure } from '../api/answer-failure.ts';
import type { OutgoingEvent } from '../api/api-events.ts';
import type { Chat } from '../chat.ts';
import { report, surroundings } from '../chat.ts';
import type { AssistantEntry, Rating } from '../state/entries.ts';
import { productIdsBeside } from '../state/entries.ts';
import { closeSurvey, submitFeedback, thumbs } from '../tracking/feedback-events.ts';

/** Opens, switches or (`undefined`) takes back the rating of a message; it counts once it is sent. */
export function rate(chat: Chat, messageId: string, score: Rating['score'] | undefined): void {
  setRating(chat, messageId, score === undefined ? undefined : { score, status: 'open' });
}

export async function sendRating(chat: Chat, message: AssistantEntry, comment: string): Promise<void> {
  const { rating } = message;
  if (rating === undefined) return;
  const { chatId, entries } = chat.store.get();
  const { id: messageId, responseId, text } = message;
  const rated = { messageId, responseId, text, productIds: productIdsBeside(entries, messageId) };
  report(chat, thumbs(surroundings(chat), rating.score, rated, comment || undefined));
  setRating(chat, messageId, { ...rating, status: 'sent' });
  const delivered = await deliver(chat, chatId, rating.score === 'up' ? 1 : -1, comment, [messageId]);
  if (!delivered) setRating(chat, messageId, { ...rating, status: 'failed' });
}

export function dismissSurvey(chat: Chat): void {
  report(chat, closeSurvey());
  chat.store.set({ surveyChatId: undefined });
}

export async function submitSurvey(chat: Chat, rating: 1 | 2 | 3 | 4 | 5, message: string): Promise<void> {
  const { surveyChatId } = chat.store.get();
  if (surveyChatId === undefined) return;
  report(chat, submitFeedback(rating, message));
  chat.store.set({ surveyChatId: undefined, notice: 'Thank you for your feedback.' });
  const delivered = await deliver(chat, surveyChatId, rating, message, undefined);
  if (!delivered) chat.store.set({ notice: 'Your feedback could not be sent to the assistant.' });
}

async function deliver(
  chat: Chat,
  chatId: string,
  score: number,
  text: string,
  messages: string[] | undefined,
): Promise<boolean> {
  const event: OutgoingEvent = {
    type: 'ADD_MESSAGE.USER.FEEDBACK',
    score,
    ...(text === '' ? {} : { text }),
    ...(messages === undefined ? {} : { messages }),
  };
  try {
    await chat.client.send(chatId, event, () => undefined);
    return true;
  } catch (error) {
    if (error instanceof AnswerFailure) return false;
    throw error;
  }
}

function setRating(chat: Chat, messageId: string, rating: Rating | undefined): void {
  const { entries } = chat.store.get();
  chat.store.set({
    entries: entries.map((entry) =>
      entry.kind === 'assistant' && entry.id === messageId ? { ...entry, rating } : entry,
    ),
  });
}
