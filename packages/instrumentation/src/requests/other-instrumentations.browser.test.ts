import type { Instrumentation } from '@opentelemetry/instrumentation';
import { registerInstrumentations } from '@opentelemetry/instrumentation';
import { FetchInstrumentation } from '@opentelemetry/instrumentation-fetch';
import { XMLHttpRequestInstrumentation } from '@opentelemetry/instrumentation-xml-http-request';
import { expect, onTestFinished, test } from 'vitest';
import { chatUrl, eventually, seen } from '../../test/chat-request.ts';
import { collectWarnings, openTracing } from '../../test/open-chat.ts';
import { spanTree } from '../../test/span-tree.ts';
import { chatRequestUrls, manualSource, ShoppingChatInstrumentation } from '../index.ts';

interface Page {
  /** Makes OpenTelemetry's own instrumentation. */
  readonly other: (enabled: boolean) => Instrumentation;
  readonly ask: (url: string) => Promise<unknown>;
}

const FETCH: Page = {
  other: (enabled) => new FetchInstrumentation({ enabled, ignoreNetworkEvents: true }),
  ask: async (url) => (await fetch(url, { method: 'POST', body: 'question' })).text(),
};

const XHR: Page = {
  other: (enabled) => new XMLHttpRequestInstrumentation({ enabled, ignoreNetworkEvents: true }),
  ask: (url) =>
    new Promise((resolve) => {
      const xhr = new XMLHttpRequest();
      xhr.open('POST', url);
      xhr.onloadend = resolve;
      xhr.send('question');
    }),
};

/** Puts back what other instrumentations leave wrapped. */
function restoreAfterTest(): void {
  const owners: [object, string[]][] = [
    [window, ['fetch']],
    [XMLHttpRequest.prototype, ['open', 'send', 'setRequestHeader']],
  ];
  const own = owners.flatMap(([owner, names]) =>
    names.map((name) => [owner, name, Object.getOwnPropertyDescriptor(owner, name)] as const),
  );
  onTestFinished(() => {
    for (const [owner, name, descriptor] of own) Object.defineProperty(owner, name, descriptor ?? {});
  });
}

const orders = ['before', 'after', 'enabled later', 'after a pause'] as const;

test.each(
  (['fetch', 'XMLHttpRequest'] as const).flatMap((api) => orders.map((order) => [api, order] as const)),
)('with an instrumentation of %s constructed %s, its span is the child of the turn', async (api, order) => {
  const { other: make, ask } = api === 'fetch' ? FETCH : XHR;
  restoreAfterTest();
  sessionStorage.clear();
  const tracing = openTracing();
  const warnings = collectWarnings();
  const source = manualSource();
  const makeChat = () =>
    new ShoppingChatInstrumentation({
      sources: [source],
      requests: chatRequestUrls(['/chat']),
      limits: { turnGraceMillis: 0 },
    });
  const before = order === 'before' ? make(true) : undefined;
  const chat = makeChat();
  if (order === 'after a pause') await Promise.resolve();
  const other = before ?? make(order !== 'enabled later');
  onTestFinished(() => {
    other.disable();
    chat.disable();
  });
  registerInstrumentations({ instrumentations: [other, chat] });
  if (order === 'enabled later') other.enable();

  source.emit({ action: 'user_respond' });
  const url = chatUrl();
  await ask(url);
  await eventually(() => tracing.spans.filter(({ name }) => /POST|turn/.test(name)).length, 2);
  source.emit({ action: 'chat_closed' });
  chat.getTraceHeaders();
  expect(spanTree(tracing.spans)).toEqual([
    'trace 1: shopping_chat.session',
    '  shopping_chat.activity closed: chat_closed#2',
    '    shopping_chat.turn answered: user_respond#1',
    api === 'fetch' ? '      POST' : '      POST: open send loaded',
  ]);
  const [request] = await seen(url);
  const [, traceId, spanId] = `${request?.headers.traceparent}`.split('-');
  const turn = tracing.spans.find(({ name }) => name === 'shopping_chat.turn');
  const client = tracing.spans.find(({ name }) => name === 'POST');
  expect(traceId).toBe(turn?.traceId);
  // Headers of an XMLHttpRequest cannot be replaced: those that are set first stay.
  expect(spanId).toBe(api === 'XMLHttpRequest' && order === 'before' ? turn?.spanId : client?.spanId);
  expect([warnings, chat.problems()]).toEqual([[], {}]);
});

test.each([
  ['before', true],
  ['after', false],
])(
  'an instrumentation constructed %s ours finds its functions back when ours is disabled',
  (_order, isBefore) => {
    restoreAfterTest();
    const native = [window.fetch, XMLHttpRequest.prototype.open, XMLHttpRequest.prototype.send];
    const others = () => [FETCH.other(true), XHR.other(true)];
    const wrapped = () => [window.fetch, XMLHttpRequest.prototype.open, XMLHttpRequest.prototype.send];
    const first = isBefore ? others() : [];
    const source = manualSource();
    const between = wrapped();
    const chat = new ShoppingChatInstrumentation({ sources: [source], requests: chatRequestUrls(['/chat']) });
    const ours = wrapped();
    const last = isBefore ? [] : others();
    const outer = wrapped();
    source.emit({ action: 'trigger_clicked' });
    expect(wrapped().some((method) => outer.includes(method))).toBe(isBefore);
    chat.disable();
    expect(wrapped()).toEqual(isBefore ? between : outer);
    expect(isBefore ? between : ours).not.toEqual(native);
    for (const other of [...first, ...last]) other.disable();
  },
);

test('another script that puts back what it found leaves nothing of ours behind', () => {
  restoreAfterTest();
  const { fetch } = window;
  const chat = new ShoppingChatInstrumentation({ requests: chatRequestUrls(['/chat']) });
  const found = window.fetch;
  Object.defineProperty(window, 'fetch', { value: () => {}, configurable: true, writable: true });
  Object.defineProperty(window, 'fetch', { value: found, configurable: true, writable: true });
  chat.disable();
  expect(window.fetch).toBe(fetch);
});

test('a script that wraps again with each event does not make the chain longer without end', async () => {
  restoreAfterTest();
  const source = manualSource();
  const chat = new ShoppingChatInstrumentation({ sources: [source], requests: chatRequestUrls(['/chat']) });
  onTestFinished(() => chat.disable());
  let depth = 0;
  for (let round = 0; round < 100; round += 1) {
    const inner = window.fetch;
    const isOurs = round === 0 || inner !== outer();
    if (isOurs) {
      const value = (...args: Parameters<typeof fetch>) => {
        depth += 1;
        return inner(...args);
      };
      Object.defineProperty(window, 'fetch', { value, configurable: true, writable: true });
      last = value;
    }
    source.emit({ action: 'product_select' });
  }
  await (await fetch(chatUrl({ area: 'other' }))).text();
  expect(depth).toBeLessThan(12);
});

let last: unknown;
const outer = () => last;
