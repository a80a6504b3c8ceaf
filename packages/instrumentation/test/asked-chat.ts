import type { ChatLimits } from '../src/index.ts';
import { chatRequestUrls } from '../src/index.ts';
import { otherOrigin } from './chat-request.ts';
import type { OpenChat } from './open-chat.ts';
import { openChat } from './open-chat.ts';
import type { RecordedSpan } from './recorded-span.ts';

/** A chat with one open question, whose chat backend is under `/chat` of both origins. */
export function ask(limits: Partial<ChatLimits> = { turnGraceMillis: 20 }): OpenChat {
  const chat = openChat({ limits, requests: chatRequestUrls(['/chat', `${otherOrigin()}/chat`]) });
  chat.track('user_respond');
  return chat;
}

export function post(url: string, init: RequestInit = {}): Promise<Response> {
  return fetch(url, { method: 'POST', body: 'question', ...init });
}

export function turns({ tracing }: OpenChat): RecordedSpan[] {
  return tracing.spans.filter(({ name }) => name === 'shopping_chat.turn');
}

/** How each finished turn ended, with its requests. */
export function turnEnds(chat: OpenChat): unknown[] {
  return turns(chat).map(({ attributes }) =>
    ['end_reason', 'request_count'].map((name) => attributes[`shopping_chat.turn.${name}`]),
  );
}
