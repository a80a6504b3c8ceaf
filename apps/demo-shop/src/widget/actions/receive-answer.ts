import { announceAnswer } from '../announce-answer.ts';
import { AnswerFailure, failureSentence } from '../api/answer-failure.ts';
import type { Chat } from '../chat.ts';
import type { Entry } from '../state/entries.ts';
import type { Question } from '../state/question.ts';
import { uuidV7 } from '../uuid-v7.ts';
import { applyEvent } from './apply-event.ts';
import { tellContext } from './tell-context.ts';

/** Sends the question and puts its answer, or what went wrong, into the chat. Never rejects. */
export async function receiveAnswer(chat: Chat, question: Question): Promise<void> {
  const { chatId } = chat.store.get();
  const abort = new AbortController();
  chat.answer.abort = abort;
  const before = chat.store.get().entries.length;
  let message: { messageId: string; responseId: string | undefined } | undefined;
  try {
    await tellContext(chat, question, abort.signal);
    await chat.client.send(
      chatId,
      question.event,
      (event) => {
        if (event.type === 'ADD_MESSAGE.ASSISTANT.TEXT') {
          message = { messageId: event._id, responseId: event.responseId };
        }
        chat.store.set(applyEvent(chat.store.get(), event));
      },
      abort.signal,
    );
    if (chat.store.get().entries.length === before) throw new AnswerFailure('empty_answer');
    finish(chat);
    announceAnswer({ ok: true, ...message });
  } catch (error) {
    const failure =
      error instanceof AnswerFailure ? error : new AnswerFailure('protocol_error', { cause: error });
    // An aborted answer belongs to a chat that is gone.
    if (failure.code !== 'aborted') finish(chat, failureEntry(failure, question));
    announceAnswer({ ok: false, error: failure.code, ...message });
    if (failure.code === 'protocol_error')
      console.error('clarity-demo: the answer could not be read.', error);
  }
}

function finish(chat: Chat, failure?: Entry): void {
  const { entries, view, unread } = chat.store.get();
  const done = entries.map((entry) =>
    entry.kind === 'assistant' && entry.streaming ? { ...entry, streaming: false } : entry,
  );
  chat.answer.abort = undefined;
  chat.store.set({
    entries: failure === undefined ? done : [...done, failure],
    pending: undefined,
    progress: undefined,
    unread: view === 'open' ? 0 : unread + 1,
    lastMessageAt: Date.now(),
  });
}

function failureEntry(failure: AnswerFailure, question: Question): Entry {
  const wait = failure.retryAfterSeconds;
  return {
    kind: 'failure',
    id: uuidV7(),
    sentence: failureSentence(failure),
    question,
    retryAt: wait === undefined ? undefined : Date.now() + wait * 1000,
  };
}
