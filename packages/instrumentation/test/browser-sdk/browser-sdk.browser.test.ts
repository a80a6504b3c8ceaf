import type { SessionManager } from '@opentelemetry/browser-sdk/session';
import {
  createDefaultSessionIdGenerator,
  createLocalStorageSessionStore,
  createSessionManager,
} from '@opentelemetry/browser-sdk/session';
import { expect, onTestFinished, test } from 'vitest';
import { chatRequestUrls } from '../../src/index.ts';
import { chatUrl } from '../chat-request.ts';
import type { SeenRequest } from '../chat-server.ts';
import { openChat } from '../open-chat.ts';
import { goTo } from '../page-moments.ts';

/** The visitor's session, as the SDK keeps it. */
async function startSession(): Promise<SessionManager> {
  localStorage.clear();
  const manager = createSessionManager({
    sessionIdGenerator: createDefaultSessionIdGenerator(),
    sessionStore: createLocalStorageSessionStore(),
  });
  await manager.start();
  onTestFinished(() => manager.shutdown());
  return manager;
}

test('every span has the session id of the SDK’s session module', async () => {
  const sessionProvider = await startSession();
  const chat = openChat({ sessionProvider });
  chat.track('trigger_clicked');
  chat.track('user_respond', { type: 'text' });
  chat.instrumentation.endTurn();
  chat.track('chat_closed');
  expect(chat.tree()).toEqual([
    'trace 1: shopping_chat.session',
    '  shopping_chat.activity closed: trigger_clicked#1 chat_closed#3',
    '    shopping_chat.turn answered: user_respond#2',
  ]);
  const id = sessionProvider.getSessionId();
  expect(id).toMatch(/^[0-9a-f]{32}$/);
  expect(chat.tracing.spans.map(({ attributes }) => attributes['session.id'])).toEqual([id, id, id]);
  expect(chat.warnings).toEqual([]);
});

test('every log-based event has the session id of the SDK’s session module, and the rest of its context', async () => {
  const sessionProvider = await startSession();
  const chat = openChat({ sessionProvider, eventSink: 'logs' });
  goTo('/coats');
  chat.instrumentation.setConversationId('c1');
  chat.track('trigger_clicked');
  chat.track('chat_closed');
  const [session] = chat.tracing.spans;
  expect(chat.tracing.logs.map(({ attributes }) => ({ ...attributes }))).toEqual([
    expect.objectContaining({ 'shopping_chat.action': 'trigger_clicked' }),
    {
      'shopping_chat.session.id': session?.traceId,
      'session.id': sessionProvider.getSessionId(),
      'gen_ai.conversation.id': 'c1',
      'browser.document.url.full': `${location.origin}/coats`,
      'shopping_chat.action': 'chat_closed',
      'shopping_chat.event.seq': 2,
    },
  ]);
});

test('a question carries the trace of its turn, by the SDK’s propagators', async () => {
  const chat = openChat({ requests: chatRequestUrls(['/chat']) });
  chat.track('user_respond');
  const { headers }: SeenRequest = await (await fetch(chatUrl(), { method: 'POST' })).json();
  chat.track('chat_closed');
  const turn = chat.tracing.spans.find(({ name }) => name === 'shopping_chat.turn');
  expect(headers.traceparent).toBe(`00-${turn?.traceId}-${turn?.spanId}-01`);
});
