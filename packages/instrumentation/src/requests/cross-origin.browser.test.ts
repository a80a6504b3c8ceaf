import { expect, test } from 'vitest';
import { answersEnded, chatUrl, eventually, otherOrigin, seen } from '../../test/chat-request.ts';
import type { OpenChat } from '../../test/open-chat.ts';
import { openChat } from '../../test/open-chat.ts';
import { chatRequestUrls } from '../index.ts';

const strict = () => chatUrl({ origin: otherOrigin(), query: 'strict' });

function open(propagate: boolean): OpenChat {
  const urls = [`${otherOrigin()}/chat`];
  const requests = chatRequestUrls(urls, propagate ? { propagateTraceHeaderCorsUrls: urls } : {});
  return openChat({ requests, limits: { turnGraceMillis: 0 } });
}

function sendXhr(url: string): Promise<string> {
  return new Promise((resolve) => {
    const xhr = new XMLHttpRequest();
    xhr.onloadend = () => resolve(xhr.status === 0 ? 'failed' : 'answered');
    xhr.open('POST', url);
    xhr.send('question');
  });
}

const sendFetch = (url: string) =>
  fetch(url, { method: 'POST', body: 'question' }).then(
    () => 'answered',
    () => 'failed',
  );

test('a listed chat backend of another origin that allows no trace header is asked as without us, and timed', async () => {
  const chat = open(false);
  chat.track('user_respond');
  const url = strict();
  expect(await sendFetch(url)).toBe('answered');
  await answersEnded(url);
  chat.track('chat_closed');
  expect((await seen(url)).map(({ method }) => method)).toEqual(['POST']);
  const turn = chat.tracing.spans.find(({ name }) => name === 'shopping_chat.turn');
  expect(turn?.attributes['shopping_chat.turn.end_reason']).toBe('answered');
  expect(chat.instrumentation.problems()).toEqual({});
});

test.each([
  ['fetch', sendFetch],
  ['XMLHttpRequest', sendXhr],
])(
  'after a %s with trace headers has failed, its origin gets none any more, and it is reported',
  async (_how, send) => {
    const chat = open(true);
    chat.track('user_respond');
    expect(await send(strict())).toBe('failed');
    await eventually(() => chat.instrumentation.problems(), { propagation_failed: 1 });
    const again = strict();
    expect(await send(again)).toBe('answered');
    expect((await seen(again)).map(({ method, headers }) => [method, headers.traceparent])).toEqual([
      ['POST', undefined],
    ]);
    expect(chat.warnings).toEqual([`propagation_failed: ${otherOrigin()}`]);
  },
);

test("a failed request to the page's own origin keeps its trace headers: there was no preflight", async () => {
  const chat = openChat({ requests: chatRequestUrls(['/chat']) });
  chat.track('user_respond');
  expect(await sendFetch(chatUrl({ query: 'refuse' }))).toBe('failed');
  const again = chatUrl();
  await sendFetch(again);
  expect((await seen(again))[0]?.headers.traceparent).toMatch(/^00-/);
  expect(chat.instrumentation.problems()).toEqual({});
});

test('a request that the page aborts says nothing about the headers', async () => {
  const chat = open(true);
  chat.track('user_respond');
  const url = chatUrl({ origin: otherOrigin(), query: 'hold' });
  const stop = new AbortController();
  const answer = fetch(url, { method: 'POST', signal: stop.signal }).catch(() => {});
  stop.abort();
  await answer;
  expect(chat.instrumentation.problems()).toEqual({});
});
