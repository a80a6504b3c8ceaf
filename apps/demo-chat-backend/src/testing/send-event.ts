import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:http';
import { finished } from 'node:stream/promises';
import type { AssistantEvent, ShopperEvent } from '../protocol.ts';

export type AnyEvent = AssistantEvent | ShopperEvent;

type Content = { readonly type: ShopperEvent['type']; readonly [field: string]: unknown };

interface Sending {
  readonly agentId?: string;
  readonly chatId?: string;
  readonly eventId?: string;
  readonly url?: string;
  readonly conversationId?: string;
  readonly headers?: Record<string, string>;
  readonly signal?: AbortSignal;
}

export function userText(text: string): Content {
  return { type: 'ADD_MESSAGE.USER.TEXT', text };
}

/** Posts one shopper event, as the widget does. */
export function sendEvent(base: string, content: Content, sending: Sending = {}): Promise<Response> {
  const { signal } = sending;
  return fetch(urlOf(base, sending), {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...sending.headers },
    body: bodyOf(content, sending),
    ...(signal && { signal }),
  });
}

/** What arrived before the answer ended or broke off; `fetch` drops what it holds when a body breaks off. */
export async function rawAnswer(
  base: string,
  content: Content,
): Promise<{ text: string; complete: boolean }> {
  const sent = request(urlOf(base, {}), { method: 'POST' }).end(bodyOf(content, {}));
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  let text = '';
  response.setEncoding('utf8').on('data', (piece: string) => {
    text += piece;
  });
  // The error of a body that breaks off is what `complete` tells.
  await finished(response).catch(() => undefined);
  return { text, complete: response.complete };
}

function urlOf(base: string, { agentId = 'demo', chatId = 'chat-1' }: Sending): string {
  return `${base}/ca/v1/agents/${agentId}/chats/${chatId}/send-event`;
}

function bodyOf(content: Content, { eventId = randomUUID(), url, conversationId }: Sending): string {
  return JSON.stringify({
    event: { _id: eventId, sentDate: '2026-11-24T08:00:00.000Z', ...content },
    url: url ?? 'http://localhost:8080/',
    endCustomerId: 'customer-1',
    ...(conversationId && { conversationId }),
  });
}

export async function eventsOf(response: Response): Promise<AnyEvent[]> {
  return (await response.json()) as AnyEvent[];
}

export async function ask(base: string, text: string, sending: Sending = {}): Promise<AnyEvent[]> {
  return eventsOf(await sendEvent(base, userText(text), sending));
}

/** What the assistant said in words. */
export function saidIn(events: readonly AnyEvent[]): string {
  return events
    .filter(({ type }) => type === 'ADD_MESSAGE.ASSISTANT.TEXT' || type === 'APPEND_LAST_ASSISTANT_MESSAGE')
    .map((event) => ('text' in event ? event.text : ''))
    .join('');
}
