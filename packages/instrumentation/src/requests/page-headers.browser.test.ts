import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { chatUrl, seen } from '../../test/chat-request.ts';
import { openChat } from '../../test/open-chat.ts';
import { chatRequestUrls } from '../index.ts';

type Fetch = (input: RequestInfo | URL, init?: RequestInit) => Promise<Response>;

const TOKEN = 'Bearer t';

/** Wrappers of `fetch` as libraries for sign-in, logging and retries write them. */
const interceptors: Record<string, (next: Fetch) => Fetch> = {
  'spreads headers': (next) => (input, init) =>
    next(input, { ...init, headers: { ...(init?.headers as object), Authorization: TOKEN } }),
  'assigns headers':
    (next) =>
    (input, init = {}) =>
      next(
        input,
        Object.assign({}, init, { headers: Object.assign({}, init.headers, { Authorization: TOKEN }) }),
      ),
  'writes into the headers it was given': (next) => (input, init) => {
    const { headers } = init as { headers: Record<string, string> };
    headers.Authorization = TOKEN;
    return next(input, init);
  },
  'makes Headers': (next) => (input, init) => {
    const headers = new Headers(init?.headers);
    headers.set('Authorization', TOKEN);
    return next(input, { ...init, headers });
  },
  'sets on Headers, else adds a property':
    (next) =>
    (input, init = {}) => {
      const headers = init.headers ?? {};
      init.headers = headers;
      if (headers instanceof Headers) headers.set('Authorization', TOKEN);
      else if (Array.isArray(headers)) headers.push(['Authorization', TOKEN]);
      else (headers as Record<string, string>).Authorization = TOKEN;
      return next(input, init);
    },
  'lists entries': (next) => (input, init) =>
    next(input, {
      ...init,
      headers: [...Object.entries(init?.headers ?? {}), ['Authorization', TOKEN]] as never,
    }),
  'makes a Request of both': (next) => (input, init) => {
    const request = new Request(input, init);
    request.headers.set('Authorization', TOKEN);
    return next(request);
  },
  'changes a Request, else the options': (next) => (input, init) => {
    if (!(input instanceof Request)) return next(input, { credentials: 'same-origin', ...init });
    const headers = new Headers(input.headers);
    headers.set('Authorization', TOKEN);
    return next(new Request(input, { headers }), init);
  },
  'reads the method and passes everything on': (next) => (input, init) =>
    (init?.method ?? 'GET') === 'GET' ? next(input, init) : next(input, { ...init, cache: 'no-store' }),
  'asks the headers for a name': (next) => (input, init) => {
    const given = (init?.headers ?? {}) as Record<string, string>;
    return next(input, given['X-CSRF'] ? init : { ...init, headers: { ...given, 'X-Without': '1' } });
  },
};

type Pairs = [string, string][];

/** Ways of giving headers. */
const forms: Record<string, (pairs: Pairs) => RequestInit['headers'] | undefined> = {
  none: () => undefined,
  plain: (pairs) => Object.fromEntries(pairs),
  'without a prototype': (pairs) => Object.assign(Object.create(null), Object.fromEntries(pairs)),
  pairs: (pairs) => pairs.map(([name, value]) => [name, value]),
  Headers: (pairs) => new Headers(pairs),
};

/** Ways of giving the request. */
const calls: Record<string, (url: string, headers: RequestInit['headers'] | undefined) => Parameters<Fetch>> =
  {
    'a string and options': (url, headers) => [
      url,
      { method: 'POST', body: 'q', ...(headers && { headers }) },
    ],
    'a URL and options': (url, headers) => [
      new URL(url),
      { method: 'POST', body: 'q', ...(headers && { headers }) },
    ],
    'a Request': (url, headers) => [
      new Request(url, { method: 'POST', body: 'q', ...(headers && { headers }) }),
    ],
    'a Request with headers, and options': (url, headers) => [
      new Request(url, { method: 'POST', body: 'q', headers: { 'X-First': '1' } }),
      headers ? { headers } : { cache: 'no-store' },
    ],
  };

const OURS = ['traceparent', 'tracestate', 'baggage'];

/** Where a request was sent, and how the call failed. */
interface Sent {
  readonly url: string;
  readonly error: string | undefined;
}

async function send(run: (url: string) => Promise<Response>): Promise<Sent> {
  const url = chatUrl();
  const error = await run(url).then(
    () => undefined,
    (reason: Error) => reason.name,
  );
  return { url, error };
}

/** What the server saw, but for our headers. */
async function outcome({ url, error }: Sent): Promise<unknown> {
  const [request] = await seen(url);
  // A list that the page spreads into an object becomes headers named by its indexes, ours as well.
  const isOurs = ([name, value]: [string, string]) =>
    OURS.includes(name) || OURS.includes(value.split(',')[0] ?? '');
  const headers = Object.entries(request?.headers ?? {}).filter((header) => !isOurs(header));
  return {
    error,
    method: request?.method,
    body: request?.body,
    headers: headers.filter(([name]) => name !== 'referer').toSorted(),
  };
}

const scenario = fc.record({
  interceptor: fc.constantFrom(...Object.keys(interceptors)),
  form: fc.constantFrom(...Object.keys(forms)),
  call: fc.constantFrom(...Object.keys(calls)),
  isOutside: fc.boolean(),
  pairs: fc.constantFrom<Pairs>(
    [['X-CSRF', 'c']],
    [
      ['Content-Type', 'application/json'],
      ['X-CSRF', 'c'],
    ],
  ),
});

test('the chat backend sees what it sees without us, whatever the page gives and wraps', async () => {
  const { fetch: original } = window;
  onTestFinished(() => {
    window.fetch = original;
  });
  await fc.assert(
    fc.asyncProperty(scenario, async ({ interceptor, form, call, isOutside, pairs }) => {
      const wrap = interceptors[interceptor] as (next: Fetch) => Fetch;
      const make = calls[call] as (
        url: string,
        headers: RequestInit['headers'] | undefined,
      ) => Parameters<Fetch>;
      const run = (url: string) => fetch(...make(url, forms[form]?.(pairs)));

      window.fetch = wrap(original);
      const without = await send(async (url) => run(url));

      window.fetch = isOutside ? original : wrap(original);
      const chat = openChat({ requests: chatRequestUrls(['/chat']) });
      chat.track('user_respond');
      if (isOutside) window.fetch = wrap(window.fetch);
      const withUs = await send(async (url) => run(url));
      chat.instrumentation.disable();
      window.fetch = original;
      // A wrapper that fails on what the page gives is none of a page that works.
      fc.pre(without.error === undefined);
      expect(await outcome(withUs)).toEqual(await outcome(without));
    }),
    { numRuns: 150 },
  );
});
