import { context, propagation, SpanKind, trace } from '@opentelemetry/api';
import { expect, onTestFinished, test } from 'vitest';
import { chatUrl, seen } from '../../test/chat-request.ts';
import type { OpenChat } from '../../test/open-chat.ts';
import { openChat } from '../../test/open-chat.ts';
import { chatRequestUrls } from '../index.ts';

const OWN = `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`;

/** As OpenTelemetry's instrumentation does: a span begins with `open`, and its headers are set by `send`. */
function instrumentXhr(): void {
  const { open, send } = XMLHttpRequest.prototype;
  onTestFinished(() => {
    Object.assign(XMLHttpRequest.prototype, { open, send });
  });
  const contexts = new WeakMap<XMLHttpRequest, ReturnType<typeof context.active>>();
  XMLHttpRequest.prototype.open = function (this: XMLHttpRequest, ...args: unknown[]) {
    const span = trace.getTracer('xhr').startSpan('POST', { kind: SpanKind.CLIENT });
    this.addEventListener('loadend', () => span.end());
    contexts.set(this, trace.setSpan(context.active(), span));
    return Reflect.apply(open, this, args);
  };
  XMLHttpRequest.prototype.send = function (this: XMLHttpRequest, ...args) {
    const headers: Record<string, string> = {};
    propagation.inject(contexts.get(this) ?? context.active(), headers);
    for (const [name, value] of Object.entries(headers)) this.setRequestHeader(name, value);
    return Reflect.apply(send, this, args);
  };
}

async function ask(chat: OpenChat, headers: Record<string, string> = {}): Promise<string | undefined> {
  chat.track('user_respond');
  const url = chatUrl();
  await new Promise((resolve) => {
    const xhr = new XMLHttpRequest();
    xhr.open('POST', url);
    for (const [name, value] of Object.entries(headers)) xhr.setRequestHeader(name, value);
    xhr.send('question');
    xhr.onloadend = resolve;
  });
  chat.track('chat_closed');
  const [request] = await seen(url);
  return request?.headers.traceparent;
}

const open = () => openChat({ requests: chatRequestUrls(['/chat']), limits: { turnGraceMillis: 0 } });

test('with an XMLHttpRequest instrumentation inside ours, the turn is the parent of its span and of the chat backend’s', async () => {
  instrumentXhr();
  const chat = open();
  const traceparent = await ask(chat);
  const turn = chat.tracing.spans.find(({ name }) => name === 'shopping_chat.turn');
  expect(traceparent).toBe(`00-${turn?.traceId}-${turn?.spanId}-01`);
  expect(chat.tree()).toEqual([
    'trace 1: shopping_chat.session',
    '  shopping_chat.activity closed: chat_closed#2',
    '    shopping_chat.turn answered: user_respond#1',
    '      POST',
  ]);
});

test('keeps the page’s own traceparent on XMLHttpRequest', async () => {
  expect(await ask(open(), { TraceParent: OWN })).toBe(OWN);
});

test('a header that the page sets twice is joined, as without the instrumentation', async () => {
  const chat = open();
  chat.track('user_respond');
  const url = chatUrl();
  await new Promise((resolve) => {
    const xhr = new XMLHttpRequest();
    xhr.open('POST', url);
    xhr.setRequestHeader('x-own', 'a');
    xhr.setRequestHeader('X-Own', 'b');
    xhr.onloadend = resolve;
    xhr.send('question');
  });
  expect((await seen(url))[0]?.headers['x-own']).toBe('a, b');
});
