import type { Chat } from '../chat.ts';
import { report, surroundings } from '../chat.ts';
import type { Entry } from '../state/entries.ts';
import type { Question } from '../state/question.ts';
import { userRespond } from '../tracking/message-events.ts';
import { uuidV7 } from '../uuid-v7.ts';
import { dismissSurvey } from './give-feedback.ts';
import { receiveAnswer } from './receive-answer.ts';

/** Asks now, or after the running answer: the backend takes one request per chat at a time. */
export function ask(chat: Chat, question: Question): void {
  const { pending, waiting, entries, surveyChatId } = chat.store.get();
  if (pending !== undefined) {
    chat.store.set({ waiting: [...waiting, question] });
    return;
  }
  if (surveyChatId !== undefined) dismissSurvey(chat);
  const voice = question.type === 'voice';
  const said: Entry = { kind: 'user', id: uuidV7(), text: question.text, voice };
  void begin(chat, question, [...entries.flatMap(outlived), said]);
}

/** Asks the failed question again, in its old place. */
export function retry(chat: Chat, failureId: string): void {
  const { entries, pending } = chat.store.get();
  const index = entries.findIndex((entry) => entry.id === failureId);
  const failure = entries[index];
  if (failure?.kind !== 'failure' || failure.question === undefined || pending !== undefined) return;
  const said = entries.slice(0, index).findLastIndex((entry) => entry.kind === 'user');
  void begin(chat, failure.question, entries.slice(0, said + 1));
}

/** With a new question, earlier quick replies and retries have had their time. */
function outlived(entry: Entry): Entry[] {
  if (entry.kind === 'quick_replies') return [];
  return [entry.kind === 'failure' ? { ...entry, question: undefined } : entry];
}

async function begin(chat: Chat, question: Question, entries: readonly Entry[]): Promise<void> {
  const { phase, selection, chatId } = chat.store.get();
  // The vendor documents no `none` for a message: without a greeting, the message begins the conversation.
  if (phase === 'none') chat.store.set({ phase: 'conversation', lastMessageAt: Date.now() });
  report(chat, userRespond(surroundings(chat), question, selection));
  chat.store.set({
    phase: 'conversation',
    entries,
    pending: question,
    subject: undefined,
    miniPdpProductId: undefined,
    notice: undefined,
    lastMessageAt: Date.now(),
  });
  await receiveAnswer(chat, question);
  askNextWaiting(chat, chatId);
}

function askNextWaiting(chat: Chat, chatId: string): void {
  const state = chat.store.get();
  const [next, ...waiting] = state.waiting;
  if (next === undefined || state.chatId !== chatId) return;
  chat.store.set({ waiting });
  ask(chat, next);
}
