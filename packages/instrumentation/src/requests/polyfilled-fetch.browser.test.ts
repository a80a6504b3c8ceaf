import { expect, onTestFinished, test } from 'vitest';
import { ask, post, turnEnds } from '../../test/asked-chat.ts';
import { chatUrl, eventually, seen } from '../../test/chat-request.ts';

/** `fetch` as polyfills implement it, with `XMLHttpRequest`. */
function polyfillFetch({ isLate = false, dropsHeaders = false } = {}): void {
  const { fetch } = window;
  onTestFinished(() => {
    window.fetch = fetch;
  });
  window.fetch = async (input, init) => {
    if (isLate) await Promise.resolve();
    return new Promise((resolve, reject) => {
      const request = new Request(input, init);
      const xhr = new XMLHttpRequest();
      xhr.onload = () => resolve(new Response(xhr.responseText, { status: xhr.status }));
      xhr.onerror = () => reject(new TypeError('Network request failed'));
      xhr.open(request.method, request.url, true);
      if (!dropsHeaders) for (const [name, value] of request.headers) xhr.setRequestHeader(name, value);
      xhr.send(init?.body as XMLHttpRequestBodyInit);
    });
  };
}

test.each([
  ['a polyfill', {}],
  ['a polyfill that sends later', { isLate: true }],
  ['a polyfill that drops headers', { dropsHeaders: true }],
  ['a polyfill that sends later without headers', { isLate: true, dropsHeaders: true }],
])('a question by fetch through %s is one request, and its turn ends with the answer', async (_what, how) => {
  polyfillFetch(how);
  const chat = ask({ turnGraceMillis: 0 });
  const url = chatUrl();
  expect((await post(url)).status).toBe(200);
  await eventually(() => turnEnds(chat), [['answered', 1]]);
  expect((await seen(url)).map(({ headers }) => headers.traceparent?.slice(0, 3))).toEqual(['00-']);
  expect(chat.instrumentation.problems()).toEqual({});
});

test('a polyfill that is installed later makes one request, too', async () => {
  const chat = ask({ turnGraceMillis: 0 });
  polyfillFetch();
  await post(chatUrl());
  await eventually(() => turnEnds(chat), [['answered', 1]]);
});

test('an interceptor that sends when it has a token makes one request', async () => {
  const { fetch } = window;
  onTestFinished(() => {
    window.fetch = fetch;
  });
  const chat = ask({ turnGraceMillis: 0 });
  const inner = window.fetch;
  window.fetch = async (input, init) => {
    await (await inner(chatUrl({ area: 'other' }))).text();
    return inner(input, { ...init, headers: { authorization: 'Bearer t' } });
  };
  const url = chatUrl();
  await post(url);
  await eventually(() => turnEnds(chat), [['answered', 1]]);
  const [request] = await seen(url);
  expect([request?.headers.authorization, typeof request?.headers.traceparent]).toEqual([
    'Bearer t',
    'string',
  ]);
});

test('a question by fetch and another by XMLHttpRequest to the same URL are two requests', async () => {
  const chat = ask({ turnGraceMillis: 20 });
  const url = chatUrl();
  const xhr = new XMLHttpRequest();
  xhr.open('POST', url);
  const answered = new Promise((resolve) => {
    xhr.onload = resolve;
  });
  const both = [post(url), answered];
  xhr.send('question');
  await Promise.all(both);
  await eventually(() => turnEnds(chat), [['answered', 2]]);
});
