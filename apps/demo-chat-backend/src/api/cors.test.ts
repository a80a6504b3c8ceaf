import { expect, test } from 'vitest';
import { runChat } from '../testing/running-chat.ts';

const PATH = '/ca/v1/agents/demo/chats/chat-1/send-event';

test.each(['http://localhost:8080', 'http://127.0.0.1:5173', 'http://localhost'])(
  'a page of %s may send events with trace headers',
  async (origin) => {
    const base = await runChat();
    const { status, headers } = await fetch(base + PATH, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'traceparent',
      },
    });
    expect(status).toBe(204);
    expect(Object.fromEntries(headers)).toMatchObject({
      'access-control-allow-origin': origin,
      'access-control-allow-methods': 'GET, PUT, POST',
      'access-control-allow-headers': 'content-type, traceparent, tracestate, baggage',
      vary: 'origin',
    });
  },
);

test('a page may read when to try again and how long the answer took', async () => {
  const base = await runChat();
  const { headers } = await fetch(`${base}/flags`, { headers: { origin: 'http://localhost:8080' } });
  expect(Object.fromEntries(headers)).toMatchObject({
    'access-control-allow-origin': 'http://localhost:8080',
    'access-control-expose-headers': 'retry-after',
    'timing-allow-origin': 'http://localhost:8080',
  });
});

test.each([
  'https://shop.example',
  'http://localhost.evil.example',
  'http://localhost:8080.evil.example',
  'null',
])('a page of %s is refused', async (origin) => {
  const base = await runChat();
  const { status, headers } = await fetch(base + PATH, { method: 'OPTIONS', headers: { origin } });
  expect(status).toBe(403);
  expect(headers.get('access-control-allow-origin')).toBeNull();
  expect(headers.get('timing-allow-origin')).toBeNull();
});

test('a question that a foreign page sends without asking for leave is not answered', async () => {
  const base = await runChat();
  const foreign = { origin: 'https://shop.example', 'content-type': 'text/plain' };
  const answer = await fetch(base + PATH, { method: 'POST', headers: foreign, body: '{}' });
  expect(answer.status).toBe(403);
  expect(await answer.json()).toEqual({
    error: `A page of https://shop.example may not send requests to ${base.slice('http://'.length)}.`,
  });
  expect((await fetch(`${base}/flags`, { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403);
});
