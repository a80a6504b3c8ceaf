import { context, propagation, trace } from '@opentelemetry/api';
import { expect, test } from 'vitest';
import { chatRequestUrls } from '../src/index.ts';
import { chatUrl } from './chat-request.ts';
import type { SeenRequest } from './chat-server.ts';
import { openChat } from './open-chat.ts';
import { eventLabel } from './span-tree.ts';

// The page is on api 1.10 and SDK 3.1; the instrumentation's own imports are api 1.9 and instrumentation 0.223.

test('the page and the instrumentation have a copy of the API each', () => {
  const chat = openChat();
  const baggage = chat.instrumentation.withTurn(() => propagation.getBaggage(context.active()));
  expect(baggage?.getAllEntries()).toHaveLength(1);
  expect(baggage?.constructor).not.toBe(propagation.createBaggage().constructor);
});

test('a chat is recorded as ever', () => {
  const chat = openChat();
  chat.track('trigger_clicked');
  chat.track('user_respond');
  chat.instrumentation.endTurn();
  chat.track('chat_closed');
  expect(chat.tree()).toEqual([
    'trace 1: shopping_chat.session',
    '  shopping_chat.activity closed: trigger_clicked#1 chat_closed#3',
    '    shopping_chat.turn answered: user_respond#2',
  ]);
  expect(chat.warnings).toEqual([]);
});

test('events are log-based where that is asked for', () => {
  const chat = openChat({ eventSink: 'logs' });
  chat.track('chat_closed');
  expect(chat.tracing.logs.map(eventLabel)).toEqual(['chat_closed#1']);
});

test('a question carries the trace of its turn', async () => {
  const chat = openChat({ requests: chatRequestUrls(['/chat']) });
  chat.track('user_respond');
  const { headers }: SeenRequest = await (await fetch(chatUrl(), { method: 'POST' })).json();
  chat.track('chat_closed');
  const turn = chat.tracing.spans.find(({ name }) => name === 'shopping_chat.turn');
  expect(headers.traceparent).toBe(`00-${turn?.traceId}-${turn?.spanId}-01`);
  expect(headers.baggage).toContain('shopping_chat.session.id=');
});

test('work of a turn sees the span of the turn as active', () => {
  const chat = openChat();
  const active = chat.instrumentation.withTurn(() => trace.getSpan(context.active())?.spanContext());
  chat.track('chat_closed');
  const turn = chat.tracing.spans.find(({ name }) => name === 'shopping_chat.turn');
  expect(active?.spanId).toBe(turn?.spanId);
});
