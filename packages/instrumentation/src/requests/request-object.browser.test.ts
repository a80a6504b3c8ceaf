import { expect, test } from 'vitest';
import { byEngine } from '../../test/by-engine.ts';
import { chatUrl, otherOrigin, seen } from '../../test/chat-request.ts';
import type { OpenChat } from '../../test/open-chat.ts';
import { openChat } from '../../test/open-chat.ts';
import { chatRequestUrls } from '../index.ts';

function ask(): OpenChat {
  const chat = openChat({ requests: chatRequestUrls(['/chat', `${otherOrigin()}/chat`]) });
  chat.track('user_respond');
  return chat;
}

test.each<[string, RequestInit, string | undefined]>([
  ['no referrer', { referrerPolicy: 'no-referrer' }, undefined],
  ['a referrer of its own', { referrer: '/elsewhere' }, `${location.origin}/elsewhere`],
])('a Request with %s keeps it', async (_what, init, referrer) => {
  ask();
  const request = new Request(chatUrl(), { method: 'POST', body: 'question', ...init });
  const { headers } = await (await fetch(request)).json();
  expect([headers.referer, typeof headers.traceparent]).toEqual([referrer, 'string']);
});

test('an aborted Request rejects with the page’s reason; in WebKit with its own', async () => {
  ask();
  const { signal, abort } = abortable();
  const answer = fetch(new Request(chatUrl({ query: 'hold' }), { method: 'POST', body: 'question', signal }));
  const reason = Object.assign(new Error(), { name: 'ChangedMind' });
  abort(reason);
  const name = (await answer.catch((error) => error)).name;
  expect(name).toBe(byEngine({ chromium: 'ChangedMind', firefox: 'ChangedMind', webkit: 'AbortError' }));
});

test('a Request that allows no headers is sent unchanged, and its body is used once', async () => {
  const chat = ask();
  const url = chatUrl({ origin: otherOrigin() });
  const request = new Request(url, { method: 'POST', body: 'question', mode: 'no-cors', keepalive: true });
  expect((await fetch(request)).type).toBe('opaque');
  expect((await seen(url)).map(({ method, body }) => [method, body])).toEqual([['POST', 'question']]);
  await expect(fetch(request)).rejects.toThrow(TypeError);
  expect([request.bodyUsed, chat.instrumentation.problems().wrong_order]).toEqual([true, undefined]);
});

test('an invalid URL rejects as it does without the instrumentation', async () => {
  ask();
  const reason = Object.create(null);
  const input = {
    toString() {
      throw reason;
    },
  };
  await expect(fetch(input as never)).rejects.toBe(reason);
});

function abortable(): { signal: AbortSignal; abort: (reason: unknown) => void } {
  const controller = new AbortController();
  return { signal: controller.signal, abort: (reason) => controller.abort(reason) };
}
