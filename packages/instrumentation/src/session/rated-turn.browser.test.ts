import { expect, test } from 'vitest';
import type { OpenChat } from '../../test/open-chat.ts';
import { nextPage, openChat } from '../../test/open-chat.ts';
import { hidePage, leavePage } from '../../test/page-moments.ts';

/** One question and its answer; the id of the turn's span. */
function answer(chat: OpenChat, ids: { messageId?: string; responseId?: string }): string | undefined {
  chat.track('user_respond');
  chat.instrumentation.endTurn(ids);
  return chat.tracing.spans.at(-1)?.spanId;
}

/** What a rating says of the turn that it rates. */
function rate(chat: OpenChat, payload: Record<string, unknown>): unknown {
  chat.track('thumbs_up', payload);
  chat.track('chat_closed');
  const rating = chat.events().findLast(({ name }) => name === 'shopping_chat.thumbs_up');
  return ['shopping_chat.turn.span_id', 'gen_ai.response.id'].map((name) => rating?.attributes[name]);
}

test.each([{ message_id: 'm1' }, { response_id: 'r1' }, { message_id: 'm1', response_id: 'r1' }])(
  'a rating of %o is joined with the turn that it rates',
  (payload) => {
    const chat = openChat();
    const rated = answer(chat, { messageId: 'm1', responseId: 'r1' });
    answer(chat, { messageId: 'm2', responseId: 'r2' });
    expect(rate(chat, payload)).toEqual([rated, 'r1']);
    expect(chat.warnings).toEqual([]);
  },
);

test('a rating on a later page names the turn that it rates', () => {
  const chat = openChat();
  const rated = answer(chat, { messageId: 'm1', responseId: 'r1' });
  leavePage();
  const second = nextPage({}, chat.tracing);
  second.track('trigger_clicked');
  leavePage();
  expect(rate(nextPage({}, chat.tracing), { message_id: 'm1' })).toEqual([rated, 'r1']);
});

test('a rating after half an hour names the turn of the earlier chat session', () => {
  const chat = openChat({ limits: { sessionIdleMillis: -1 } });
  const rated = answer(chat, { messageId: 'm1', responseId: 'r1' });
  expect(rate(chat, { message_id: 'm1' })).toEqual([rated, 'r1']);
});

test('ids given after the answer belong to the last turn', () => {
  const chat = openChat();
  const rated = answer(chat, {});
  chat.instrumentation.endTurn({ messageId: 'm1' });
  expect(rate(chat, { message_id: 'm1' })).toEqual([rated, undefined]);
});

test('a rating without a message, or with an unknown one, names no turn', () => {
  const chat = openChat();
  answer(chat, { messageId: 'm1', responseId: 'r1' });
  expect(rate(chat, {})).toEqual([undefined, undefined]);
  expect(rate(chat, { message_id: 'm7' })).toEqual([undefined, undefined]);
  expect(rate(chat, { response_id: 'r7' })).toEqual([undefined, 'r7']);
});

test('ids of more than 256 characters on a rating are ignored', () => {
  const chat = openChat();
  const longest = 'm'.repeat(256);
  const rated = answer(chat, { messageId: longest, responseId: 'r1' });
  expect(rate(chat, { message_id: longest })).toEqual([rated, 'r1']);
  expect(rate(chat, { message_id: `${longest}m`, response_id: 'r'.repeat(257) })).toEqual([
    undefined,
    undefined,
  ]);
  expect(rate(chat, { message_id: longest, response_id: 'r'.repeat(257) })).toEqual([rated, 'r1']);
});

test('the last 50 turns of a chat can be rated', () => {
  const chat = openChat();
  const turns = Array.from({ length: 60 }, (_, index) => answer(chat, { messageId: `m${index}` }));
  leavePage();
  const later = nextPage({}, chat.tracing);
  expect(rate(later, { message_id: 'm9' })).toEqual([undefined, undefined]);
  expect(rate(later, { message_id: 'm10' })).toEqual([turns[10], undefined]);
});

test('ids that are not strings do no harm', () => {
  const chat = openChat();
  answer(chat, { messageId: 7 as never, responseId: { id: 1 } as never });
  leavePage();
  expect(rate(nextPage({}, chat.tracing), { message_id: { id: 1 } })).toEqual([undefined, undefined]);
});

test('an id of an unsupported type is ignored, and open spans and their export are not affected', () => {
  const chat = openChat();
  answer(chat, { messageId: 1n as never });
  const { flushes } = chat.tracing;
  hidePage();
  expect(chat.tracing.flushes).toBe(flushes + 1);
  expect(chat.tree()).toEqual([
    'trace 1: shopping_chat.session',
    '  shopping_chat.activity hidden',
    '    shopping_chat.turn answered: user_respond#1',
  ]);
  expect(rate(chat, { message_id: 1n })).toEqual([undefined, undefined]);
});
