import { expect, onTestFinished, test, vi } from 'vitest';
import { post, turns } from '../../test/asked-chat.ts';
import { chatUrl, seen } from '../../test/chat-request.ts';
import type { OpenChat } from '../../test/open-chat.ts';
import { openChat } from '../../test/open-chat.ts';
import { chatRequestUrls } from '../index.ts';

const TRACE_ID = 'a'.repeat(32);
const OTHER = `00-${TRACE_ID}-${'b'.repeat(16)}-01`;

type Send = (url: string) => Promise<unknown>;

const sendFetch: Send = (url) => post(url, { headers: { 'x-own': 'kept' } });
const sendXhr: Send = (url) =>
  new Promise((resolve) => {
    const xhr = new XMLHttpRequest();
    xhr.open('POST', url);
    xhr.onloadend = resolve;
    xhr.send('question');
  });

function open(): OpenChat {
  return openChat({ requests: chatRequestUrls(['/chat']), limits: { turnGraceMillis: 0 } });
}

function replace(owner: object, name: string, value: unknown): void {
  const own = Object.getOwnPropertyDescriptor(owner, name) as PropertyDescriptor;
  onTestFinished(() => {
    Object.defineProperty(owner, name, own);
  });
  Object.defineProperty(owner, name, { configurable: true, writable: true, value });
}

/** As Datadog RUM: its headers are added to the others as an array. */
function addAsDatadog(): void {
  const { fetch } = window;
  replace(window, 'fetch', (input: RequestInfo, init: RequestInit = {}) => {
    const headers = [...new Headers(init.headers)].concat([['traceparent', OTHER]]) as [string, string][];
    return fetch(input, { ...init, headers });
  });
}

/** As Elastic RUM: a Request is made of the arguments. */
function addAsElastic(): void {
  const { fetch } = window;
  replace(window, 'fetch', (input: RequestInfo, init?: RequestInit) => {
    const request = new Request(input, init);
    request.headers.append('traceparent', OTHER);
    return fetch(request);
  });
}

function addToXhr(): void {
  const { send } = XMLHttpRequest.prototype;
  replace(XMLHttpRequest.prototype, 'send', function (this: XMLHttpRequest, ...args: [BodyInit]) {
    this.setRequestHeader('traceparent', OTHER);
    Reflect.apply(send, this, args);
  });
}

/** Asks one question. Gives the `traceparent` that arrived, the turn's links, and the problems. */
async function askOnce(chat: OpenChat, send: Send): Promise<unknown[]> {
  chat.track('user_respond');
  const url = chatUrl();
  await send(url);
  chat.track('chat_closed');
  const [request] = await seen(url);
  const links = turns(chat).map(({ links }) => links.map(({ traceId }) => traceId));
  return [request?.headers.traceparent, links, chat.instrumentation.problems()];
}

test.each([
  ['Datadog RUM', addAsDatadog, sendFetch],
  ['Elastic RUM', addAsElastic, sendFetch],
  ['a tool for XMLHttpRequest', addToXhr, sendXhr],
])(
  'the traceparent of %s that came later stays alone, and the turn links to it',
  async (_tool, add, send) => {
    const chat = open();
    add();
    expect(await askOnce(chat, send)).toEqual([OTHER, [[TRACE_ID]], { foreign_traceparent: 1 }]);
  },
);

test.each([
  [
    'Datadog RUM',
    () => ({
      DD_RUM: {
        getInitConfiguration: () => ({
          allowedTracingUrls: [{ match: location.origin, propagatorTypes: ['tracecontext'] }],
        }),
      },
    }),
    addAsDatadog,
    sendFetch,
    [[]],
  ],
  ['Elastic RUM', elastic, addAsElastic, sendFetch, [[]]],
  ['Elastic RUM on XMLHttpRequest', elastic, addToXhr, sendXhr, [[TRACE_ID]]],
])('the traceparent of %s that was there before stays alone', async (_tool, globals, add, send, links) => {
  add();
  for (const [name, value] of Object.entries(globals())) vi.stubGlobal(name, value);
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
  const chat = open();
  const [traceparent, found, problems] = await askOnce(chat, send);
  expect([traceparent, found]).toEqual([OTHER, links]);
  expect(Object.keys(problems as object)).toEqual(['foreign_traceparent']);
});

test.each<[string, Send]>([
  ['fetch', (url) => post(url, { headers: { TraceParent: OTHER } })],
  ['fetch with an array', (url) => post(url, { headers: [['traceparent', OTHER]] })],
  [
    'fetch with a Request',
    (url) => fetch(new Request(url, { method: 'POST', headers: { traceparent: OTHER } })),
  ],
  [
    'XMLHttpRequest',
    (url) =>
      new Promise((resolve) => {
        const xhr = new XMLHttpRequest();
        xhr.open('POST', url);
        xhr.setRequestHeader('TraceParent', OTHER);
        xhr.onloadend = resolve;
        xhr.send('question');
      }),
  ],
])('keeps the page’s own traceparent on %s', async (_how, send) => {
  expect(await askOnce(open(), send)).toEqual([OTHER, [[TRACE_ID]], { foreign_traceparent: 1 }]);
});

test('a Datadog RUM that has not wrapped fetch before us takes no header away', async () => {
  const getInitConfiguration = () => ({ allowedTracingUrls: [location.origin] });
  vi.stubGlobal('DD_RUM', { getInitConfiguration });
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
  const [traceparent, , problems] = await askOnce(open(), sendFetch);
  expect([traceparent, problems]).toEqual([expect.stringMatching(/^00-(?!a{32})/), {}]);
});

test('a Datadog RUM whose session is not sampled takes no header away', async () => {
  const { fetch } = window;
  replace(window, 'fetch', (...args: Parameters<typeof fetch>) => fetch(...args));
  vi.stubGlobal('DD_RUM', {
    getInitConfiguration: () => ({ allowedTracingUrls: [location.origin] }),
    getInternalContext: () => undefined,
  });
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
  const [traceparent, , problems] = await askOnce(open(), sendFetch);
  expect([traceparent, problems]).toEqual([expect.stringMatching(/^00-(?!a{32})/), {}]);
});

test('a Datadog RUM that does not trace the chat backend changes nothing', async () => {
  const allowedTracingUrls = [
    'https://elsewhere.example/',
    { match: location.origin, propagatorTypes: ['datadog'] },
  ];
  vi.stubGlobal('DD_RUM', { getInitConfiguration: () => ({ allowedTracingUrls }) });
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
  const [traceparent, links, problems] = await askOnce(open(), sendFetch);
  expect([traceparent, links, problems]).toEqual([expect.stringMatching(/^00-(?!a{32})/), [[]], {}]);
});

function elastic() {
  const options: Record<string, unknown> = {
    serviceName: 'shop',
    active: true,
    distributedTracing: true,
    distributedTracingOrigins: [],
    distributedTracingHeaderName: 'traceparent',
  };
  return { elasticApm: { serviceFactory: { getService: () => ({ get: (name: string) => options[name] }) } } };
}
