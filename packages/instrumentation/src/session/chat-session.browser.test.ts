import { expect, test } from 'vitest';
import type { OpenChat } from '../../test/open-chat.ts';
import { nextPage, openChat } from '../../test/open-chat.ts';
import { leavePage } from '../../test/page-moments.ts';

/** Values of one attribute on the session spans. */
function onSessions({ tracing }: OpenChat, attribute: string): unknown[] {
  return tracing.spans
    .filter(({ name }) => name === 'shopping_chat.session')
    .map(({ attributes }) => attributes[attribute]);
}

test('the root span says how the chat began and has no links', () => {
  const chat = openChat({ sessionProvider: { getSessionId: () => 'visitor-1' } });
  chat.track('trigger_clicked', { component: 'PDP_EMBEDDED' });
  const [root] = chat.tracing.spans;
  expect(root?.attributes).toEqual({
    'shopping_chat.session.id': expect.stringMatching(/^[0-9a-f]{32}$/),
    'session.id': 'visitor-1',
    'browser.document.url.full': `${location.origin}${location.pathname}`,
    'shopping_chat.action': 'trigger_clicked',
    'shopping_chat.trigger.component': 'PDP_EMBEDDED',
  });
  expect([root?.parentSpanId, root?.links, root?.events]).toEqual([undefined, [], []]);
});

test('every span has the ids of session, visitor and conversation', () => {
  const chat = openChat({ sessionProvider: { getSessionId: () => 'visitor-1' } });
  chat.instrumentation.setConversationId('c1');
  chat.track('user_respond');
  chat.track('chat_closed');
  const ids = chat.tracing.spans.map(({ attributes }) => [
    attributes['shopping_chat.session.id'],
    attributes['session.id'],
    attributes['gen_ai.conversation.id'],
  ]);
  const [first] = ids;
  expect(ids).toEqual([first, first, first]);
  expect(first?.slice(1)).toEqual(['visitor-1', 'c1']);
});

test.each([
  ['a long conversation id is cut', 'c'.repeat(5_000), 'c'.repeat(1_024)],
  ['a conversation id that is a number stays one', 7, 7],
  ['a conversation id that is an object is none', { id: 'c1' }, undefined],
])('%s', (_what, id, recorded) => {
  const chat = openChat();
  chat.instrumentation.setConversationId(id as string);
  chat.track('trigger_clicked');
  expect(onSessions(chat, 'gen_ai.conversation.id')).toEqual([recorded]);
});

test.each([
  ['gives null', () => null],
  ['gives nothing', () => undefined],
  [
    'throws',
    () => {
      throw new Error('no session');
    },
  ],
])('a session provider that %s leaves its attribute out', (_what, getSessionId) => {
  const chat = openChat({ sessionProvider: { getSessionId } });
  chat.track('chat_closed');
  expect(onSessions(chat, 'session.id')).toEqual([undefined]);
  expect(chat.tracing.spans).toHaveLength(2);
});

test('a chat continues over page loads in one trace and one session, with continuous numbers', () => {
  const chat = openChat();
  chat.track('trigger_clicked');
  leavePage();
  const second = nextPage({}, chat.tracing);
  second.track('user_respond');
  leavePage();
  const third = nextPage({}, chat.tracing);
  third.track('chat_closed');
  expect(chat.tree()).toEqual([
    'trace 1: shopping_chat.session',
    '  shopping_chat.activity hidden: trigger_clicked#1',
    '  shopping_chat.activity hidden',
    '    shopping_chat.turn abandoned: user_respond#2',
    '  shopping_chat.activity closed: chat_closed#3',
  ]);
  expect(
    new Set(chat.tracing.spans.map(({ attributes }) => attributes['shopping_chat.session.id'])).size,
  ).toBe(1);
});
