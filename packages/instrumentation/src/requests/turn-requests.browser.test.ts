import { expect, test, vi } from 'vitest';
import { ask, post, turnEnds, turns } from '../../test/asked-chat.ts';
import { answersEnded, chatUrl, eventually, otherOrigin, release } from '../../test/chat-request.ts';
import { openChat } from '../../test/open-chat.ts';
import { chatRequestUrls } from '../index.ts';

test.each([
  ['the same', () => location.origin],
  ['another', otherOrigin],
])('a turn lasts until a streamed answer of %s origin has ended', async (_which, origin) => {
  const chat = ask();
  const url = chatUrl({ origin: origin(), query: 'hold' });
  const response = await post(url);
  const headersAt = Date.now();
  expect(turns(chat)).toEqual([]);
  await release(url);
  expect(await response.text()).toBe('a part, the rest');
  const readAt = Date.now();
  await eventually(() => turnEnds(chat), [['answered', 1]]);
  const [turn] = turns(chat);
  expect(turn?.endMs).toBeGreaterThanOrEqual(headersAt);
  expect(turn?.endMs).toBeLessThanOrEqual(readAt + 1);
  const firstByte = Number(turn?.attributes['shopping_chat.turn.time_to_first_byte']) * 1_000;
  expect(firstByte).toBeGreaterThan(0);
  expect((turn?.startMs ?? 0) + firstByte).toBeLessThanOrEqual(headersAt);
  chat.track('chat_closed');
  expect(chat.tree()).toEqual([
    'trace 1: shopping_chat.session',
    '  shopping_chat.activity closed: chat_closed#2',
    '    shopping_chat.turn answered: user_respond#1',
  ]);
});

test('an answer’s body is neither locked nor read before the page does', async () => {
  const chat = ask();
  const response = await post(chatUrl());
  expect([response.bodyUsed, response.body?.locked, response.constructor]).toEqual([false, false, Response]);
  await eventually(() => turnEnds(chat), [['answered', 1]]);
  expect((await response.json()).body).toBe('question');
});

test('an opaque answer ends its turn', async () => {
  const chat = ask();
  expect((await post(chatUrl({ origin: otherOrigin() }), { mode: 'no-cors' })).type).toBe('opaque');
  await eventually(() => turnEnds(chat), [['answered', 1]]);
});

test.each([
  [429, '429'],
  [503, '503'],
])('an answer with status %s fails the turn', async (status, type) => {
  const chat = ask();
  expect((await post(chatUrl({ query: `status=${status}` }))).status).toBe(status);
  await eventually(() => turnEnds(chat), [['failed', 1]]);
  expect([turns(chat)[0]?.attributes['error.type'], turns(chat)[0]?.statusCode]).toEqual([type, 2]);
});

test('an unreachable chat backend fails the turn, and the page gets the browser’s own error', async () => {
  const chat = ask();
  await expect(post(chatUrl({ query: 'refuse' }))).rejects.toThrow(TypeError);
  await eventually(() => turnEnds(chat), [['failed', 1]]);
  expect(turns(chat)[0]?.attributes['error.type']).toBe('TypeError');
});

test('an answer that is complete before the page reads it ends its turn', async () => {
  const chat = ask({ turnGraceMillis: 0 });
  const answer = post(chatUrl());
  for (let count = 0; count < 10; count += 1) {
    const blocking = new XMLHttpRequest();
    blocking.open('GET', chatUrl({ area: 'other' }), false);
    blocking.send();
  }
  await answer;
  await eventually(() => turnEnds(chat), [['answered', 1]]);
});

test('a request within the grace time after an answer belongs to the same turn', async () => {
  const chat = ask({ turnGraceMillis: 10_000 });
  await (await post(chatUrl())).text();
  const last = chatUrl();
  await (await post(last)).text();
  const readAt = Date.now();
  await answersEnded(last);
  chat.track('chat_closed');
  expect(turnEnds(chat)).toEqual([['answered', 2]]);
  expect(turns(chat)[0]?.endMs).toBeLessThanOrEqual(readAt + 1);
});

test('a later request has its own turn', async () => {
  const chat = ask({ turnGraceMillis: 0 });
  await (await post(chatUrl())).text();
  await eventually(() => turnEnds(chat), [['answered', 1]]);
  await (await post(chatUrl())).text();
  await eventually(
    () => turnEnds(chat),
    [
      ['answered', 1],
      ['answered', 1],
    ],
  );
});

test('a question reported within a second after its request joins the request’s turn', async () => {
  const chat = openChat({ requests: chatRequestUrls(['/chat']), limits: { turnGraceMillis: 20 } });
  const answer = post(chatUrl());
  chat.track('user_respond');
  await (await answer).text();
  await eventually(() => turnEnds(chat), [['answered', 1]]);
  chat.track('chat_closed');
  expect(chat.tree()).toEqual([
    'trace 1: shopping_chat.session',
    '  shopping_chat.activity closed: chat_closed#2',
    '    shopping_chat.turn answered: user_respond#1',
  ]);
});

test('a question reported later has its own turn', async () => {
  const chat = openChat({ requests: chatRequestUrls(['/chat']), limits: { turnJoinMillis: -1 } });
  const answer = post(chatUrl({ query: 'hold' }));
  chat.track('user_respond');
  chat.track('chat_closed');
  expect(turnEnds(chat)).toEqual([
    ['superseded', 1],
    ['abandoned', undefined],
  ]);
  await answer;
});

test('a request that asks nothing opens no turn, and belongs to the open chat', async () => {
  const asks = ({ body }: { body: unknown }) => String(body).includes('question');
  const chat = openChat({ requests: chatRequestUrls(['/chat'], { asks }), limits: { turnGraceMillis: 20 } });
  const before = await (await post(chatUrl(), { body: 'rating' })).json();
  expect(before.headers.traceparent).toBe(undefined);
  chat.track('trigger_clicked');
  const within = await (await post(chatUrl(), { body: 'rating' })).json();
  await (await post(chatUrl())).text();
  await eventually(() => turnEnds(chat), [['answered', 1]]);
  chat.track('chat_closed');
  const activity = chat.tracing.spans.find(({ name }) => name === 'shopping_chat.activity');
  expect(within.headers.traceparent).toBe(`00-${activity?.traceId}-${activity?.spanId}-01`);
});

test('a GET opens no turn', async () => {
  const chat = openChat({ requests: chatRequestUrls(['/chat']) });
  await (await fetch(chatUrl())).text();
  chat.instrumentation.disable();
  expect(chat.tree()).toEqual([]);
});

test('a turn that the widget ends late ends when its answer ended', async () => {
  const chat = ask({ turnGraceMillis: 10_000 });
  const url = chatUrl();
  await (await post(url)).text();
  const readAt = Date.now();
  await answersEnded(url);
  await vi.waitFor(() => expect(Date.now()).toBeGreaterThan(readAt + 5));
  chat.instrumentation.endTurn({ responseId: 'r1' });
  expect(turnEnds(chat)).toEqual([['answered', 1]]);
  expect(turns(chat)[0]?.endMs).toBeLessThanOrEqual(readAt + 1);
  expect(turns(chat)[0]?.attributes['gen_ai.response.id']).toBe('r1');
});
