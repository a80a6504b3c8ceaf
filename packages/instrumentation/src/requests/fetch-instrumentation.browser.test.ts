import { registerInstrumentations } from '@opentelemetry/instrumentation';
import { FetchInstrumentation } from '@opentelemetry/instrumentation-fetch';
import { expect, onTestFinished, test } from 'vitest';
import { chatUrl, eventually, otherOrigin } from '../../test/chat-request.ts';
import type { OpenChat } from '../../test/open-chat.ts';
import { nextPage, openChat, openTracing } from '../../test/open-chat.ts';
import type { Tracing } from '../../test/tracing.ts';
import { chatRequestUrls } from '../index.ts';

function instrumentFetch(): FetchInstrumentation {
  const { fetch } = window;
  const instrumentation = new FetchInstrumentation({
    propagateTraceHeaderCorsUrls: [/.*/],
    ignoreNetworkEvents: true,
  });
  onTestFinished(() => {
    instrumentation.disable();
    // Disabled, it stays in its place.
    window.fetch = fetch;
  });
  registerInstrumentations({ instrumentations: [instrumentation] });
  return instrumentation;
}

const config = () => ({
  requests: chatRequestUrls(['/chat', `${otherOrigin()}/chat`], {
    propagateTraceHeaderCorsUrls: [otherOrigin()],
  }),
  limits: { turnGraceMillis: 0 },
});

/** The trace that the chat backend saw, once the fetch instrumentation has ended its span. */
async function askOnce(chat: OpenChat, url: string): Promise<string> {
  chat.track('user_respond');
  const response = await fetch(url, { method: 'POST' });
  const { headers } = await response.json();
  await eventually(() => chat.tracing.spans.filter(({ name }) => /POST|turn/.test(name)).length, 2);
  chat.track('chat_closed');
  return headers.traceparent;
}

test.each([
  ['the same', () => chatUrl()],
  ['another', () => chatUrl({ origin: otherOrigin() })],
])(
  'registered last, the turn is parent of the client span, which the chat backend of %s origin sees',
  async (_o, url) => {
    sessionStorage.clear();
    const tracing = openTracing();
    instrumentFetch();
    const chat = nextPage(config(), tracing);
    const traceparent = await askOnce(chat, url());
    const client = tracing.spans.find(({ name }) => /POST/.test(name));
    expect(chat.tree()).toEqual([
      'trace 1: shopping_chat.session',
      '  shopping_chat.activity closed: chat_closed#2',
      '    shopping_chat.turn answered: user_respond#1',
      '      POST',
    ]);
    expect(traceparent).toBe(`00-${client?.traceId}-${client?.spanId}-01`);
    expect(chat.warnings).toEqual([]);
  },
);

test.each<[string, (tracing: Tracing) => OpenChat]>([
  [
    'constructed before it',
    (tracing) => {
      const chat = nextPage(config(), tracing);
      instrumentFetch();
      return chat;
    },
  ],
  [
    'constructed before it and registered together with it',
    (tracing) => {
      const chat = nextPage({ ...config(), enabled: false }, tracing);
      chat.instrumentation.enable();
      const other = instrumentFetch();
      registerInstrumentations({ instrumentations: [other, chat.instrumentation] });
      return chat;
    },
  ],
  [
    'enabled before it is enabled again',
    (tracing) => {
      const other = instrumentFetch();
      const chat = nextPage(config(), tracing);
      other.disable();
      other.enable();
      return chat;
    },
  ],
])('%s, the turn is still the parent of the client span', async (_order, open) => {
  sessionStorage.clear();
  const chat = open(openTracing());
  const traceparent = await askOnce(chat, chatUrl());
  const turn = chat.tracing.spans.find(({ name }) => name === 'shopping_chat.turn');
  const clients = chat.tracing.spans.filter(({ name }) => /POST/.test(name));
  expect(new Set(clients.map(({ traceId }) => traceId))).toEqual(new Set([turn?.traceId]));
  expect(clients.some(({ spanId }) => traceparent === `00-${turn?.traceId}-${spanId}-01`)).toBe(true);
  expect(turn?.attributes['shopping_chat.turn.request_count']).toBe(1);
  expect(chat.instrumentation.problems()).toEqual({});
});

test('when both are disabled, a question is sent unchanged', async () => {
  const chat = openChat(config());
  const other = instrumentFetch();
  other.disable();
  chat.instrumentation.disable();
  const { headers } = await (await fetch(chatUrl(), { method: 'POST' })).json();
  expect(headers.traceparent).toBe(undefined);
  expect(chat.tree()).toEqual([]);
});
