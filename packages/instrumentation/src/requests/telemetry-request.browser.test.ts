import { context, createContextKey } from '@opentelemetry/api';
import { expect, test } from 'vitest';
import { chatUrl, seen } from '../../test/chat-request.ts';
import { openChat } from '../../test/open-chat.ts';
import { chatRequestUrls } from '../index.ts';

const config = () => ({ requests: chatRequestUrls([location.origin]) });

test.each<[string, string, RequestInit]>([
  ['an OTLP path', '/v1/traces', { method: 'POST', body: '{}' }],
  ['an OTLP body', '/relay', { method: 'POST', body: '{"resourceSpans":[]}' }],
])('an export to a listed URL, told by %s, opens no turn and is reported once', async (_how, path, init) => {
  const chat = openChat(config());
  await fetch(`${location.origin}${path}`, init).catch(() => {});
  await fetch(`${location.origin}${path}`, init).catch(() => {});
  chat.instrumentation.disable();
  expect(chat.tracing.spans).toEqual([]);
  expect(chat.warnings).toEqual([`telemetry_url_listed: ${location.origin}`]);
});

test('a request for which tracing is suppressed is sent unchanged', async () => {
  const chat = openChat(config());
  const url = chatUrl();
  const key = createContextKey('OpenTelemetry SDK Context Key SUPPRESS_TRACING');
  await context.with(context.active().setValue(key, true), () => fetch(url, { method: 'POST' }));
  chat.instrumentation.disable();
  expect((await seen(url))[0]?.headers.traceparent).toBe(undefined);
  expect(chat.tracing.spans).toEqual([]);
});
