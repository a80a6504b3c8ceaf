import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { pageHeaders } from '../../test/chat-headers.ts';
import { chatUrl, seen } from '../../test/chat-request.ts';
import type { SeenRequest } from '../../test/chat-server.ts';
import { openChat } from '../../test/open-chat.ts';
import { chatRequestUrls } from '../index.ts';

// biome-ignore lint/suspicious/noExplicitAny: interceptors in public code know no types
type Any = any;
type Fetch = (...args: Any[]) => Promise<Response>;
type Pairs = [string, string][];

const HEADERS: Record<string, (pairs: Pairs) => unknown> = {
  none: () => undefined,
  plain: (pairs) => Object.fromEntries(pairs),
  'without a prototype': (pairs) => Object.assign(Object.create(null), Object.fromEntries(pairs)),
  array: (pairs) => pairs,
  Headers: (pairs) => new Headers(pairs),
  Map: (pairs) => new Map(pairs),
};

const CALLS: Record<string, (url: string, init: Any) => unknown[]> = {
  'a string': (url, init) => [url, init],
  'a URL': (url, init) => [new URL(url), init],
  'frozen options': (url, init) => [url, Object.freeze(init)],
  'options without a prototype': (url, init) => [url, Object.assign(Object.create(null), init)],
  'options of a class': (url, init) => [url, Object.assign(new (class Options {})(), init)],
  'a Request': (url, init) => [new Request(url, init)],
  'a Request and options': (url, init) => [new Request(url, { ...init, body: 'first' }), init],
  'a Request with headers, and a body': (url, { body, ...init }) => [
    new Request(url, { ...init, body: 'x' }),
    { body },
  ],
};

const TOKEN = 'Bearer t';

/** How libraries for authorization add their header. */
const INTERCEPTORS: Record<string, (send: Fetch) => Fetch> = {
  none: (send) => send,
  spread: (send) => (u, o) => send(u, { ...o, headers: { ...o?.headers, Authorization: TOKEN } }),
  'Object.assign': (send) => (u, o) =>
    send(u, Object.assign({}, o, { headers: Object.assign({ Authorization: TOKEN }, o?.headers) })),
  mutation:
    (send) =>
    (u, o = {}) => {
      const options = Object.isFrozen(o) ? { ...o } : o;
      options.headers ??= {};
      options.headers.Authorization = TOKEN;
      return send(u, options);
    },
  'new Headers': (send) => (u, o) => {
    const headers = new Headers(o?.headers ?? u.headers);
    headers.append('Authorization', TOKEN);
    return send(u, { ...o, headers });
  },
  set: (send) => (u, o) => {
    if (o?.headers instanceof Headers) o.headers.set('Authorization', TOKEN);
    return send(u, o);
  },
  push: (send) => (u, o) => {
    if (Array.isArray(o?.headers)) o.headers.push(['Authorization', TOKEN]);
    else if (o?.headers instanceof Map) o.headers.set('Authorization', TOKEN);
    return send(u, o);
  },
  'new Request': (send) => (u, o) => {
    const request = new Request(u, o);
    request.headers.set('Authorization', TOKEN);
    return send(request);
  },
  'as axios': (send) => (u, o) => {
    const config = { ...o, url: typeof u === 'string' ? u : (u.url ?? u.href) };
    const headers: Any = {};
    for (const [name, value] of new Headers(o?.headers ?? u.headers)) headers[name] = value;
    headers.Authorization = TOKEN;
    return send(u instanceof Request ? u : config.url, { ...config, headers });
  },
  'as ky': (send) => (u, o) => {
    const request = new globalThis.Request(u, o);
    const headers = new Headers(request.headers);
    headers.set('Authorization', TOKEN);
    return send(new Request(request, { headers }), {});
  },
  'as ofetch': (send) => (u, o) => {
    const context = { request: u, options: { ...o, headers: new Headers(o?.headers ?? u?.headers) } };
    if (!context.options.headers.has('authorization')) context.options.headers.set('authorization', TOKEN);
    return send(context.request, context.options);
  },
  'after a token': (send) => async (u, o) => {
    await Promise.resolve();
    return send(u, { ...o, headers: { ...o?.headers, Authorization: TOKEN } });
  },
};

const PLACES = ['before', 'after, by assignment', 'after, by definition'] as const;

interface Case {
  headers: string;
  call: string;
  interceptor: string;
  place: (typeof PLACES)[number];
}

/** What the chat backend saw of one question, or the name of the error that the page got. */
async function askOnce({ headers, call, interceptor, place }: Case, withInstrumentation: boolean) {
  const own = Object.getOwnPropertyDescriptor(window, 'fetch') as PropertyDescriptor;
  const install = (): void => {
    const value = INTERCEPTORS[interceptor]?.(window.fetch.bind(window));
    if (place === 'after, by definition') Object.defineProperty(window, 'fetch', { ...own, value });
    else window.fetch = value as typeof fetch;
  };
  if (place === 'before') install();
  const chat = withInstrumentation ? openChat({ requests: chatRequestUrls(['/chat']) }) : undefined;
  if (place !== 'before') install();
  chat?.track('user_respond');
  const url = chatUrl();
  const init: Any = { method: 'POST', body: 'question' };
  const given = HEADERS[headers]?.([
    ['X-CSRF', 'c'],
    ['Content-Type', 'text/csv'],
  ]);
  if (given) init.headers = given;
  try {
    const args = CALLS[call]?.(url, init) as Parameters<typeof fetch>;
    await (await fetch(...args)).text();
    return (await seen(url))[0] as SeenRequest;
  } catch (error) {
    return (error as Error).name;
  } finally {
    chat?.instrumentation.disable();
    chat?.tracing.stop();
    Object.defineProperty(window, 'fetch', own);
  }
}

const keys = <T extends object>(record: T) => fc.constantFrom(...Object.keys(record));
const cases: fc.Arbitrary<Case> = fc.record({
  headers: keys(HEADERS),
  call: keys(CALLS),
  interceptor: keys(INTERCEPTORS),
  place: fc.constantFrom(...PLACES),
});

test('however a page gives headers and whichever interceptor it has, the chat backend sees what it sees without us, and the trace', {
  timeout: 120_000,
}, async () => {
  const { fetch } = window;
  onTestFinished(() => {
    window.fetch = fetch;
  });
  const check = async (given: Case): Promise<void> => {
    const without = await askOnce(given, false);
    const withUs = await askOnce(given, true);
    if (typeof without === 'string') {
      expect(withUs).toBe(without);
      return;
    }
    const { method, body, headers } = withUs as SeenRequest;
    // A page whose interceptor loses the page's own headers loses ours as well.
    const isKept = without.headers['x-csrf'] === 'c';
    fc.pre(isKept || (given.headers === 'none' && !given.call.startsWith('a Request')));
    expect([method, body, pageHeaders(withUs as SeenRequest)]).toEqual([
      without.method,
      without.body,
      pageHeaders(without),
    ]);
    expect(headers.traceparent).toMatch(/^00-[\da-f]{32}-[\da-f]{16}-01$/);
  };
  await fc.assert(fc.asyncProperty(cases, check), { numRuns: 300 });
});
