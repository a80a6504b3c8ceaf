import { context } from '@opentelemetry/api';
import { suppressTracing } from '@opentelemetry/core';
import { expect, test } from 'vitest';
import { post, turnEnds } from '../../test/asked-chat.ts';
import { chatUrl, seen } from '../../test/chat-request.ts';
import { openChat } from '../../test/open-chat.ts';
import { chatRequestUrls } from '../index.ts';

const open = () => openChat({ requests: chatRequestUrls(['/']), limits: { turnGraceMillis: 0 } });

function sendXhr(url: string): Promise<unknown> {
  return new Promise((resolve) => {
    const xhr = new XMLHttpRequest();
    xhr.open('POST', url);
    xhr.onloadend = resolve;
    xhr.send('question');
  });
}

test('an export that asks for no traces itself is reported, too', async () => {
  const chat = open();
  chat.track('trigger_clicked');
  const url = chatUrl();
  const headers = { 'content-type': 'application/x-protobuf' };
  await context.with(suppressTracing(context.active()), () => post(url, { headers }));
  expect(chat.instrumentation.problems()).toEqual({ telemetry_url_listed: 1 });
});

test.each([
  ['fetch', (url: string) => post(url)],
  ['XMLHttpRequest', sendXhr],
])('a request by %s that is made without tracing is not the chat’s', async (_how, send) => {
  const chat = open();
  chat.track('trigger_clicked');
  const url = chatUrl();
  await context.with(suppressTracing(context.active()), () => send(url));
  chat.track('chat_closed');
  expect((await seen(url))[0]?.headers.traceparent).toBe(undefined);
  expect([turnEnds(chat), chat.instrumentation.problems()]).toEqual([[], {}]);
});

const EXPORT = '{"resourceSpans":[{"scopeSpans":[]}]}';

test.each<[string, string, BodyInit]>([
  ['OTLP by its path', '/v1/traces', 'x'],
  ['OTLP logs by their path', '/v1/logs', 'x'],
  ['Zipkin by its path', '/api/v2/spans', '[]'],
  ['OTLP at any path by its text', '/collect', EXPORT],
  ['OTLP at any path by its bytes', '/collect', new TextEncoder().encode(EXPORT)],
])(
  'an export of %s is not the chat’s, and the list that covers it is reported',
  async (_what, path, body) => {
    const chat = open();
    chat.track('trigger_clicked');
    const url = chatUrl().replace('/chat/ask', `/chat${path}`);
    await post(url, { body });
    chat.track('chat_closed');
    expect((await seen(url))[0]?.headers.traceparent).toBe(undefined);
    expect([turnEnds(chat), chat.warnings]).toEqual([[], [`telemetry_url_listed: ${location.origin}`]]);
  },
);
