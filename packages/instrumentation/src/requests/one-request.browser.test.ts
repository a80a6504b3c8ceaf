import { expect, onTestFinished, test } from 'vitest';
import { answersEnded, chatUrl, seen } from '../../test/chat-request.ts';
import { openChat } from '../../test/open-chat.ts';
import { chatRequestUrls } from '../index.ts';

/** `fetch` as polyfills and some monitoring scripts make it. */
function fetchByXhr(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest();
    xhr.onload = () => resolve(new Response(xhr.responseText, { status: xhr.status }));
    xhr.onerror = () => reject(new TypeError('Failed to fetch'));
    xhr.open(init?.method ?? 'GET', `${input}`);
    for (const [name, value] of new Headers(init?.headers)) xhr.setRequestHeader(name, value);
    xhr.send(init?.body as string);
  });
}

function replaceFetch(by: typeof fetch): void {
  const { fetch: original } = window;
  window.fetch = by;
  onTestFinished(() => {
    window.fetch = original;
  });
}

const config = { requests: chatRequestUrls(['/chat']), limits: { turnGraceMillis: 0 } };

test('a fetch that is made of an XMLHttpRequest is one request, and its answer ends the turn', async () => {
  replaceFetch(fetchByXhr);
  const chat = openChat(config);
  onTestFinished(() => chat.instrumentation.disable());
  chat.track('user_respond');
  const url = chatUrl();
  await fetch(url, { method: 'POST', body: 'question' });
  await answersEnded(url);
  chat.track('chat_closed');
  const turn = chat.tracing.spans.find(({ name }) => name === 'shopping_chat.turn');
  expect(turn?.attributes).toMatchObject({
    'shopping_chat.turn.request_count': 1,
    'shopping_chat.turn.end_reason': 'answered',
  });
  expect((await seen(url))[0]?.headers.traceparent).toBe(`00-${turn?.traceId}-${turn?.spanId}-01`);
});

test('a wrapper of the page that calls on in a later task makes one request', async () => {
  const chat = openChat(config);
  const ours = window.fetch;
  replaceFetch(async (...args) => {
    await new Promise((resume) => setTimeout(resume));
    return ours(...args);
  });
  onTestFinished(() => chat.instrumentation.disable());
  chat.track('user_respond');
  const url = chatUrl();
  await fetch(url, { method: 'POST', body: 'question' });
  await answersEnded(url);
  chat.track('chat_closed');
  const turn = chat.tracing.spans.find(({ name }) => name === 'shopping_chat.turn');
  expect(turn?.attributes['shopping_chat.turn.request_count']).toBe(1);
});

test.each<[string, PropertyDescriptor]>([
  ['a getter gives', { get: () => native, configurable: true }],
  [
    'cannot be assigned',
    { value: (...args: Parameters<typeof fetch>) => native(...args), configurable: true },
  ],
])('a fetch that %s is wrapped, and is as it was after disable()', async (_how, descriptor) => {
  const before = Object.getOwnPropertyDescriptor(window, 'fetch') as PropertyDescriptor;
  Object.defineProperty(window, 'fetch', descriptor);
  onTestFinished(() => {
    Object.defineProperty(window, 'fetch', before);
  });
  const replaced = Object.getOwnPropertyDescriptor(window, 'fetch');
  const chat = openChat(config);
  chat.track('user_respond');
  const url = chatUrl();
  await fetch(url, { method: 'POST' });
  chat.instrumentation.disable();
  expect((await seen(url))[0]?.headers.traceparent).toMatch(/^00-/);
  expect(Object.getOwnPropertyDescriptor(window, 'fetch')).toEqual(replaced);
  expect(chat.instrumentation.problems()).toEqual({});
});

const native = window.fetch.bind(window);

test('methods that cannot be wrapped are reported once', () => {
  class Frozen extends XMLHttpRequest {}
  for (const name of ['open', 'send', 'setRequestHeader'])
    Object.defineProperty(Frozen.prototype, name, { value: () => {} });
  Object.freeze(Frozen.prototype);
  const { XMLHttpRequest: original } = window;
  window.XMLHttpRequest = Frozen;
  const chat = openChat(config);
  chat.instrumentation.disable();
  window.XMLHttpRequest = original;
  expect(chat.warnings).toEqual([
    'cannot_wrap: XMLHttpRequest.prototype.open',
    'cannot_wrap: XMLHttpRequest.prototype.setRequestHeader',
    'cannot_wrap: XMLHttpRequest.prototype.send',
  ]);
});
