import { context, propagation } from '@opentelemetry/api';
import { expect, onTestFinished, test, vi } from 'vitest';
import { chatUrl, otherOrigin, seen } from '../../test/chat-request.ts';
import type { SeenRequest } from '../../test/chat-server.ts';
import type { OpenChat } from '../../test/open-chat.ts';
import { openChat } from '../../test/open-chat.ts';
import type { ChatRequestUrlsOptions } from '../index.ts';
import { chatRequestUrls } from '../index.ts';

/** A chat with an open question, whose chat backend is under `/chat`. */
function ask(urls: readonly (string | RegExp)[] = ['/chat'], options: ChatRequestUrlsOptions = {}): OpenChat {
  const chat = openChat({ requests: chatRequestUrls(urls, options) });
  chat.track('user_respond');
  return chat;
}

/** `traceparent` of the turn, which ends with this. */
function turnParent(chat: OpenChat): string {
  chat.track('chat_closed');
  const turn = chat.tracing.spans.find(({ name }) => name === 'shopping_chat.turn');
  return `00-${turn?.traceId}-${turn?.spanId}-01`;
}

const own = { 'x-own': 'kept' };

test.each<[string, (url: string) => Promise<Response>]>([
  ['a string', (url) => fetch(url, { method: 'POST', body: 'question', headers: own })],
  ['a URL', (url) => fetch(new URL(url), { method: 'post', body: 'question', headers: own })],
  [
    'a relative URL',
    (url) => fetch(url.slice(location.origin.length), { method: 'POST', body: 'question', headers: own }),
  ],
  ['a Request', (url) => fetch(new Request(url, { method: 'POST', body: 'question', headers: own }))],
  [
    'a Request and options',
    (url) => fetch(new Request(url, { method: 'POST', body: 'first' }), { body: 'question', headers: own }),
  ],
  [
    'options without a prototype',
    (url) =>
      fetch(url, Object.assign(Object.create(null), { method: 'POST', body: 'question', headers: own })),
  ],
  ['Headers', (url) => fetch(url, { method: 'POST', body: 'question', headers: new Headers(own) })],
  [
    'an array of headers',
    (url) => fetch(url, { method: 'POST', body: 'question', headers: [['x-own', 'kept']] }),
  ],
])('a question sent with %s arrives unchanged, with the trace of its turn', async (_how, send) => {
  const chat = ask();
  const { method, headers, body }: SeenRequest = await (await send(chatUrl())).json();
  expect([method, body, headers['x-own'], headers.traceparent]).toEqual([
    'POST',
    'question',
    'kept',
    turnParent(chat),
  ]);
});

test('a Request passed as options is used as options', async () => {
  const chat = ask();
  const response = await fetch(chatUrl(), new Request('/elsewhere', { method: 'POST', headers: own }));
  const { method, headers }: SeenRequest = await response.json();
  expect([method, headers['x-own'], headers.traceparent]).toEqual(['POST', 'kept', turnParent(chat)]);
});

test('the page’s own arguments are not changed', async () => {
  const headers = new Headers(own);
  const options = Object.freeze({ method: 'POST', body: 'question', headers });
  const request = new Request(chatUrl(), { method: 'POST', headers: own });
  const chat = ask();
  await fetch(chatUrl(), options);
  await fetch(request);
  expect([[...headers], [...request.headers]]).toEqual([[['x-own', 'kept']], [['x-own', 'kept']]]);
  chat.instrumentation.disable();
});

test('a streamed request body is passed on untouched', () => {
  const calls: unknown[][] = [];
  vi.stubGlobal('fetch', (...args: unknown[]) => {
    calls.push(args);
    return Promise.resolve(new Response());
  });
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
  const chat = ask();
  const body = new ReadableStream();
  const { signal } = new AbortController();
  fetch(chatUrl(), { method: 'POST', body, signal, duplex: 'half' } as RequestInit);
  const [, passed] = calls[0] as [string, RequestInit];
  expect(passed).toMatchObject({ method: 'POST', duplex: 'half' });
  expect([passed.body === body, passed.signal === signal, body.locked]).toEqual([true, true, false]);
  chat.instrumentation.disable();
});

test('a URL of another origin that may have trace headers gets a preflight, and then the trace', async () => {
  const urls = [`${otherOrigin()}/chat`];
  const chat = ask(urls, { propagateTraceHeaderCorsUrls: urls });
  const url = chatUrl({ origin: otherOrigin() });
  await fetch(url, { method: 'POST', body: 'question' });
  const parent = turnParent(chat);
  const requests = await seen(url);
  expect(requests.map(({ method }) => method)).toEqual(['OPTIONS', 'POST']);
  expect(requests[0]?.headers['access-control-request-headers']).toBe('baggage,traceparent');
  expect(requests[1]?.headers.traceparent).toBe(parent);
});

test.each<[string, () => string, (url: string) => Promise<unknown>]>([
  ['the page by fetch', () => chatUrl({ area: 'other' }), (url) => fetch(url, { method: 'POST', body: 'x' })],
  ['the page by XMLHttpRequest', () => chatUrl({ area: 'other' }), sendXhr],
  [
    'another origin by fetch',
    () => chatUrl({ origin: otherOrigin() }),
    (url) => fetch(url, { method: 'POST', body: 'x' }),
  ],
  ['another origin by XMLHttpRequest', () => chatUrl({ origin: otherOrigin() }), sendXhr],
])(
  'a URL that is not listed, of %s, gets no header and no preflight in an open turn',
  async (_what, place, send) => {
    const chat = ask([`${location.origin}/chat`]);
    const url = place();
    await chat.instrumentation.withTurn(() => send(url));
    const requests = await seen(url);
    expect(requests.map(({ method }) => method)).toEqual(['POST']);
    expect(Object.keys(requests[0]?.headers ?? {}).filter((name) => /trace|baggage/.test(name))).toEqual([]);
  },
);

test.each<[string, string | RegExp, string, boolean]>([
  ['a path', '/chat', '/chat/ask', true],
  ['a path of another page', '/chat', '/other/ask', false],
  ['a URL', `${location.origin}/chat/`, '/chat/ask', true],
  ['the URL of another origin', 'https://chat.example/chat', '/chat/ask', false],
  ['an expression', /\/ask\?/g, '/chat/ask', true],
  ['an expression for another page', /\/answer/, '/chat/ask', false],
  ['what is no URL', 'https://', '/chat/ask', false],
])('%s matches the URLs that it lists', async (_what, entry, path, listed) => {
  const chat = ask([entry]);
  const url = chatUrl().replace('/chat/ask', path);
  await fetch(url, { method: 'POST' });
  await fetch(url, { method: 'POST' });
  chat.instrumentation.disable();
  const carried = (await seen(url)).map(({ headers }) => headers.traceparent !== undefined);
  expect(carried).toEqual([listed, listed]);
});

test('the chat’s identity is sent as baggage', async () => {
  const chat = openChat({
    requests: chatRequestUrls(['/chat']),
    sessionProvider: { getSessionId: () => 'visitor 1' },
  });
  chat.track('user_respond');
  chat.instrumentation.setConversationId('c1');
  const { headers }: SeenRequest = await (await fetch(chatUrl(), { method: 'POST' })).json();
  chat.track('chat_closed');
  const id = chat.tracing.spans[0]?.attributes['shopping_chat.session.id'];
  expect(headers.baggage?.split(',').toSorted()).toEqual([
    'gen_ai.conversation.id=c1',
    'session.id=visitor%201',
    `shopping_chat.session.id=${id}`,
  ]);
});

test.each([
  [
    'without baggageKeys all of the page’s baggage',
    undefined,
    ['cart=c7', 'shopping_chat.session.id', 'user=jane'],
  ],
  ['with baggageKeys the listed entries alone', ['cart', 'session.id'], ['cart=c7']],
  ['with no baggageKeys none', [], []],
])('the chat’s requests carry, %s', async (_what, baggageKeys, expected) => {
  const chat = openChat({ requests: chatRequestUrls(['/chat']), ...(baggageKeys && { baggageKeys }) });
  chat.track('user_respond');
  const baggage = propagation.createBaggage({ cart: { value: 'c7' }, user: { value: 'jane' } });
  const within = propagation.setBaggage(context.active(), baggage);
  const carried = (value = '') =>
    value
      .split(',')
      .filter(Boolean)
      .map((entry) => entry.replace(/^(shopping_chat\.session\.id)=.*/, '$1'))
      .toSorted();
  const sent = context.with(within, () => fetch(chatUrl(), { method: 'POST' }));
  const { headers }: SeenRequest = await (await sent).json();
  const given = context.with(within, () => chat.instrumentation.getTraceHeaders());
  expect([carried(headers.baggage), carried(given.baggage)]).toEqual([expected, expected]);
});

test('getTraceHeaders() returns the headers for requests that cannot be seen', () => {
  const chat = openChat();
  expect(chat.instrumentation.getTraceHeaders()).toEqual({});
  chat.track('user_respond');
  const { traceparent, baggage } = chat.instrumentation.getTraceHeaders();
  expect(traceparent).toBe(turnParent(chat));
  expect(baggage).toMatch(/^shopping_chat\.session\.id=[0-9a-f]{32}$/);
  const [root] = chat.tracing.spans;
  expect(chat.instrumentation.getTraceHeaders().traceparent).toBe(`00-${root?.traceId}-${root?.spanId}-01`);
  chat.instrumentation.disable();
  expect(chat.instrumentation.getTraceHeaders()).toEqual({});
});

test('XMLHttpRequest carries the trace next to the page’s own headers', async () => {
  const chat = ask();
  const url = chatUrl();
  await sendXhr(url);
  const parent = turnParent(chat);
  const [request] = await seen(url);
  expect([request?.headers.traceparent, request?.headers['x-own'], request?.body]).toEqual([
    parent,
    'kept',
    'question',
  ]);
});

function sendXhr(url: string): Promise<unknown> {
  return new Promise((resolve) => {
    const xhr = new XMLHttpRequest();
    xhr.open('POST', url);
    // A header that needs no preflight: what is asked for is then ours.
    if (url.startsWith(location.origin)) xhr.setRequestHeader('x-own', 'kept');
    xhr.onloadend = resolve;
    xhr.send('question');
  });
}
