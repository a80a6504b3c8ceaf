import { expect, onTestFinished, test, vi } from 'vitest';
import { answersEnded, chatUrl, seen } from '../../test/chat-request.ts';
import { openChat } from '../../test/open-chat.ts';
import { chatRequestUrls } from '../index.ts';

const THEIRS = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';

function open() {
  const chat = openChat({ requests: chatRequestUrls(['/chat']), limits: { turnGraceMillis: 0 } });
  chat.track('user_respond');
  return chat;
}

function sendXhr(url: string, set: (xhr: XMLHttpRequest) => void): Promise<void> {
  return new Promise((resolve) => {
    const xhr = new XMLHttpRequest();
    xhr.onloadend = () => resolve();
    xhr.open('POST', url);
    set(xhr);
    xhr.send('question');
  });
}

test.each<[string, (url: string) => Promise<unknown>]>([
  ['plain headers', (url) => fetch(url, { method: 'POST', headers: { Traceparent: THEIRS } })],
  ['Headers', (url) => fetch(url, { method: 'POST', headers: new Headers({ traceparent: THEIRS }) })],
  ['pairs', (url) => fetch(url, { method: 'POST', headers: [['traceparent', THEIRS]] })],
  ['a Request', (url) => fetch(new Request(url, { method: 'POST', headers: { traceparent: THEIRS } }))],
  ['XMLHttpRequest', (url) => sendXhr(url, (xhr) => xhr.setRequestHeader('traceparent', THEIRS))],
])('a traceparent that is there in %s stays alone, and the turn links to it', async (_how, send) => {
  const chat = open();
  const url = chatUrl();
  await send(url);
  await answersEnded(url);
  chat.track('chat_closed');
  expect((await seen(url))[0]?.headers.traceparent).toBe(THEIRS);
  const turn = chat.tracing.spans.find(({ name }) => name === 'shopping_chat.turn');
  expect(turn?.links.map(({ traceId, spanId }) => `00-${traceId}-${spanId}-01`)).toEqual([THEIRS]);
  expect(chat.instrumentation.problems()).toEqual({ foreign_traceparent: 1 });
});

test('Datadog RUM that stood here first appends its traceparent, and ours is not added', async () => {
  const url = chatUrl();
  const { fetch: original } = window;
  vi.stubGlobal('DD_RUM', {
    getInitConfiguration: () => ({
      allowedTracingUrls: [{ match: location.origin, propagatorTypes: ['tracecontext'] }],
    }),
  });
  // As its fetch instrumentation does: what is there goes into a list, and its own headers behind it.
  window.fetch = (input, init) =>
    original(input, { ...init, headers: [...new Headers(init?.headers), ['traceparent', THEIRS]] });
  onTestFinished(() => {
    window.fetch = original;
    vi.unstubAllGlobals();
  });
  const chat = open();
  await fetch(url, { method: 'POST' });
  expect((await seen(url))[0]?.headers.traceparent).toBe(THEIRS);
  chat.instrumentation.disable();
  expect(chat.instrumentation.problems()).toEqual({ foreign_traceparent: 1 });
});

test('a tracer that sets its traceparent in a send() further in does not make two of them', async () => {
  const { send } = XMLHttpRequest.prototype;
  XMLHttpRequest.prototype.send = function (body) {
    this.setRequestHeader('traceparent', THEIRS);
    send.call(this, body);
  };
  const chat = open();
  onTestFinished(() => {
    chat.instrumentation.disable();
    XMLHttpRequest.prototype.send = send;
  });
  const url = chatUrl();
  await sendXhr(url, () => {});
  expect((await seen(url))[0]?.headers.traceparent).toMatch(/^00-[\da-f]{32}-[\da-f]{16}-01$/);
  expect(chat.instrumentation.problems()).toEqual({ foreign_traceparent: 1 });
});
