import { expect, onTestFinished, test } from 'vitest';
import { chatUrl, seen } from '../../test/chat-request.ts';
import { openChat } from '../../test/open-chat.ts';
import { chatRequestUrls } from '../index.ts';

const open = () => openChat({ requests: chatRequestUrls(['/chat']) });

function redefine(owner: object, name: string, descriptor: PropertyDescriptor): void {
  const own = Object.getOwnPropertyDescriptor(owner, name) as PropertyDescriptor;
  onTestFinished(() => {
    Object.defineProperty(owner, name, own);
  });
  Object.defineProperty(owner, name, descriptor);
}

test('a fetch that a getter gives is traced, and the getter is put back', async () => {
  const { fetch } = window;
  const get = () => fetch;
  redefine(window, 'fetch', { get, configurable: true });
  const chat = open();
  chat.track('user_respond');
  const url = chatUrl();
  await window.fetch(url, { method: 'POST' });
  expect((await seen(url))[0]?.headers.traceparent).toMatch(/^00-/);
  expect(chat.instrumentation.problems()).toEqual({});
  chat.instrumentation.disable();
  expect(Object.getOwnPropertyDescriptor(window, 'fetch')?.get).toBe(get);
});

test('a fetch that cannot be assigned, only redefined, is traced', async () => {
  redefine(window, 'fetch', { value: window.fetch, writable: false, configurable: true });
  const chat = open();
  chat.track('user_respond');
  const url = chatUrl();
  await fetch(url, { method: 'POST' });
  expect((await seen(url))[0]?.headers.traceparent).toMatch(/^00-/);
});

/** A page of its own, whose functions can be locked for good. */
function lockedPage(lock: (page: Window & typeof globalThis) => void): void {
  const names = ['fetch', 'XMLHttpRequest'] as const;
  const frame = document.body.appendChild(document.createElement('iframe'));
  onTestFinished(() => frame.remove());
  const page = frame.contentWindow as Window & typeof globalThis;
  lock(page);
  for (const name of names) redefine(window, name, { value: page[name], configurable: true, writable: true });
}

test('a locked XMLHttpRequest is reported once, with what to do, and fetch is traced all the same', async () => {
  lockedPage((page) => Object.freeze(page.XMLHttpRequest.prototype));
  const chat = open();
  chat.track('user_respond');
  expect(chat.warnings).toEqual(
    ['open', 'setRequestHeader', 'send'].map((name) => `cannot_wrap: XMLHttpRequest.prototype.${name}`),
  );
  const url = chatUrl();
  await fetch(url, { method: 'POST' });
  expect((await seen(url))[0]?.headers.traceparent).toMatch(/^00-/);
});

test('where only setRequestHeader is locked, XMLHttpRequest gets no headers', async () => {
  lockedPage((page) =>
    Object.defineProperty(page.XMLHttpRequest.prototype, 'setRequestHeader', {
      writable: false,
      configurable: false,
    }),
  );
  const chat = open();
  chat.track('user_respond');
  const url = chatUrl();
  await new Promise((resolve) => {
    const xhr = new XMLHttpRequest();
    xhr.open('POST', url);
    xhr.onloadend = resolve;
    xhr.send('question');
  });
  expect((await seen(url))[0]?.headers.traceparent).toBe(undefined);
  expect(chat.instrumentation.problems()).toEqual({ cannot_wrap: 1 });
});
