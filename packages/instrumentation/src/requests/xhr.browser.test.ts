import { expect, test } from 'vitest';
import { chatUrl, cut, eventually } from '../../test/chat-request.ts';
import type { OpenChat } from '../../test/open-chat.ts';
import { openChat } from '../../test/open-chat.ts';
import { chatRequestUrls } from '../index.ts';

function ask(): OpenChat {
  const chat = openChat({ requests: chatRequestUrls(['/chat']), limits: { turnGraceMillis: 0 } });
  chat.track('user_respond');
  return chat;
}

/** Attributes of the finished turn that say how it ended. */
function turnEnd({ tracing }: OpenChat): unknown {
  const turn = tracing.spans.find(({ name }) => name === 'shopping_chat.turn');
  return (
    turn && [turn.attributes['shopping_chat.turn.end_reason'], turn.attributes['error.type'], turn.statusCode]
  );
}

function send(url: string, prepare: (xhr: XMLHttpRequest) => void = () => {}): XMLHttpRequest {
  const xhr = new XMLHttpRequest();
  xhr.open('POST', url);
  prepare(xhr);
  xhr.send('question');
  return xhr;
}

test('an answer to XMLHttpRequest ends the turn, with the time of its first byte', async () => {
  const chat = ask();
  send(chatUrl());
  await eventually(() => turnEnd(chat), ['answered', undefined, 0]);
  const [, turn] = chat.tracing.spans;
  const firstByte = Number(turn?.attributes['shopping_chat.turn.time_to_first_byte']) * 1_000;
  expect(firstByte).toBeGreaterThan(0);
  expect(firstByte).toBeLessThanOrEqual((turn?.endMs ?? 0) - (turn?.startMs ?? 0));
  expect(turn?.attributes['shopping_chat.turn.request_count']).toBe(1);
});

test.each<[string, string, (xhr: XMLHttpRequest, url: string) => void, unknown[]]>([
  ['an error status', 'status=429', () => {}, ['failed', '429', 2]],
  ['a refused connection', 'refuse', () => {}, ['failed', 'error', 2]],
  ['a cut answer', 'hold&sized', (xhr, url) => whenLoading(xhr, () => cut(url)), ['failed', 'error', 2]],
  ['an abort by the page', 'hold', (xhr) => whenLoading(xhr, () => xhr.abort()), ['abandoned', undefined, 0]],
  ['a timeout', 'hold', (xhr) => Object.assign(xhr, { timeout: 50 }), ['failed', 'timeout', 2]],
])('%s ends the turn as such', async (_what, query, prepare, end) => {
  const chat = ask();
  const url = chatUrl({ query });
  send(url, (xhr) => prepare(xhr, url));
  await eventually(() => turnEnd(chat), end);
});

test('a synchronous XMLHttpRequest works as it did', async () => {
  const chat = ask();
  const xhr = new XMLHttpRequest();
  xhr.open('POST', chatUrl(), false);
  xhr.send('question');
  expect(JSON.parse(xhr.responseText).body).toBe('question');
  await eventually(() => turnEnd(chat), ['answered', undefined, 0]);
});

test('an XMLHttpRequest that is used twice is recorded twice', async () => {
  const chat = ask();
  const xhr = new XMLHttpRequest();
  const twice = [chatUrl(), chatUrl()];
  const carried: string[] = [];
  await new Promise<void>((resolve) => {
    xhr.onload = () => {
      carried.push(JSON.parse(xhr.responseText).headers.traceparent);
      const next = twice.pop();
      if (!next) return resolve();
      xhr.open('POST', next);
      xhr.send();
    };
    xhr.open('POST', twice.pop() ?? '');
    xhr.send();
  });
  chat.instrumentation.disable();
  expect(carried).toHaveLength(2);
  expect(new Set(carried).size).toBeGreaterThan(0);
});

test('a reused XMLHttpRequest collects no listeners', async () => {
  const chat = ask();
  const xhr = new XMLHttpRequest();
  for (const url of [chatUrl(), chatUrl(), chatUrl()]) {
    xhr.open('POST', url);
    const over = new Promise((resolve) => xhr.addEventListener('loadend', resolve, { once: true }));
    xhr.send('question');
    await over;
  }
  const looks: string[] = [];
  for (const property of ['status', 'readyState'])
    Object.defineProperty(xhr, property, { get: () => looks.push(property) });
  for (const type of ['readystatechange', 'load', 'error', 'timeout', 'abort'])
    xhr.dispatchEvent(new Event(type));
  expect(looks).toEqual([]);
  await eventually(() => turnEnd(chat), ['answered', undefined, 0]);
});

test('wrong use of XMLHttpRequest fails as without the instrumentation', () => {
  const chat = ask();
  const xhr = new XMLHttpRequest();
  expect(() => xhr.send()).toThrow(DOMException);
  expect(() => xhr.open('PO ST', chatUrl())).toThrow(DOMException);
  expect(() => xhr.open('POST', 'https://[')).toThrow(DOMException);
  chat.instrumentation.disable();
  expect(chat.instrumentation.problems()).toEqual({});
});

function whenLoading(xhr: XMLHttpRequest, act: () => void): void {
  xhr.addEventListener('readystatechange', () => {
    if (xhr.readyState === XMLHttpRequest.HEADERS_RECEIVED) act();
  });
}
