import { expect, test } from 'vitest';
import { post, turnEnds, turns } from '../../test/asked-chat.ts';
import { chatUrl, eventually, otherOrigin, seen } from '../../test/chat-request.ts';
import type { OpenChat } from '../../test/open-chat.ts';
import { openChat } from '../../test/open-chat.ts';
import { chatRequestUrls } from '../index.ts';

/** A chat with an open question, whose chat backend is of another origin. */
function ask(propagateTraceHeaderCorsUrls: string | RegExp | [] = []): OpenChat {
  const requests = chatRequestUrls([otherOrigin()], { propagateTraceHeaderCorsUrls });
  const chat = openChat({ requests, limits: { turnGraceMillis: 0 } });
  chat.track('user_respond');
  return chat;
}

const strictUrl = () => chatUrl({ origin: otherOrigin(), query: 'strict' });

function postXhr(url: string): Promise<string> {
  return new Promise((resolve) => {
    const xhr = new XMLHttpRequest();
    xhr.open('POST', url);
    xhr.onload = () => resolve(`${xhr.status}`);
    xhr.onerror = ({ type }) => resolve(type);
    xhr.send('question');
  });
}

test.each([
  ['fetch', async (url: string) => `${(await post(url)).status}`],
  ['XMLHttpRequest', postXhr],
])(
  'a chat backend of another origin that allows no header is asked by %s without, and timed',
  async (_how, send) => {
    const chat = ask();
    const url = strictUrl();
    expect(await send(url)).toBe('200');
    expect((await seen(url)).map(({ method, headers }) => [method, headers.traceparent])).toEqual([
      ['POST', undefined],
    ]);
    await eventually(() => turnEnds(chat), [['answered', 1]]);
    expect(turns(chat)[0]?.attributes['shopping_chat.turn.time_to_first_byte']).toBeGreaterThan(0);
    expect(chat.instrumentation.problems()).toEqual({});
  },
);

test.each([
  [
    'fetch',
    (url: string) =>
      post(url).then(
        ({ status }) => `${status}`,
        ({ name }) => name,
      ),
    'TypeError',
  ],
  ['XMLHttpRequest', postXhr, 'error'],
])(
  'after a request by %s failed with headers, its origin gets none, and it is reported',
  async (_how, send, failure) => {
    const chat = ask(otherOrigin());
    expect(await send(strictUrl())).toBe(failure);
    const url = strictUrl();
    expect(await send(url)).toBe('200');
    expect((await seen(url))[0]?.headers.traceparent).toBe(undefined);
    expect(chat.instrumentation.problems()).toEqual({ propagation_failed: 1 });
    expect(chat.warnings).toEqual([`propagation_failed: ${otherOrigin()}`]);
  },
);

test('a request that asks nothing and fails with headers switches them off, too', async () => {
  const chat = ask(/strict/);
  await expect(fetch(strictUrl())).rejects.toThrow(TypeError);
  expect((await fetch(strictUrl())).status).toBe(200);
  expect(chat.instrumentation.problems()).toEqual({ propagation_failed: 1 });
});

test('a request that the page aborts does not switch headers off', async () => {
  const chat = ask(otherOrigin());
  const aborted = post(chatUrl({ origin: otherOrigin() }), { signal: AbortSignal.abort() });
  await expect(aborted).rejects.toThrow('abort');
  const url = chatUrl({ origin: otherOrigin() });
  await post(url);
  expect((await seen(url)).at(-1)?.headers.traceparent).toMatch(/^00-/);
  expect(chat.instrumentation.problems()).toEqual({});
});

test('headers stay on for the page’s origin when another one refuses them', async () => {
  const requests = chatRequestUrls(['/chat', otherOrigin()], { propagateTraceHeaderCorsUrls: /.*/ });
  const chat = openChat({ requests });
  chat.track('user_respond');
  await expect(post(strictUrl())).rejects.toThrow(TypeError);
  const url = chatUrl();
  await post(url);
  expect((await seen(url))[0]?.headers.traceparent).toMatch(/^00-/);
});
