import { context, createContextKey, trace } from '@opentelemetry/api';
import { isTracingSuppressed, suppressTracing } from '@opentelemetry/core';
import { StackContextManager } from '@opentelemetry/sdk-trace-web';
import { afterEach, expect, test, vi } from 'vitest';
import { freshName, openOutbox } from '../../test/browser-outbox.ts';

afterEach(() => {
  context.disable();
  trace.disable();
  vi.restoreAllMocks();
});

test('tracing is suppressed while the exporter fetches, and while it asks for headers', async () => {
  context.setGlobalContextManager(new StackContextManager().enable());
  const suppressed: [what: string, boolean][] = [];
  const fetchNow = window.fetch;
  vi.spyOn(window, 'fetch').mockImplementation((...given) => {
    suppressed.push(['fetch', isTracingSuppressed(context.active())]);
    return fetchNow(...given);
  });
  const { exporter, record } = openOutbox(freshName(), {
    headers: () => {
      suppressed.push(['headers', isTracingSuppressed(context.active())]);
      return {};
    },
  });
  await record('a');
  await exporter.forceFlush();
  expect(suppressed).toEqual([
    ['headers', true],
    ['fetch', true],
  ]);
  expect(isTracingSuppressed(context.active())).toBe(false);
});

test('the key is the one that OpenTelemetry uses', () => {
  const key = createContextKey('OpenTelemetry SDK Context Key SUPPRESS_TRACING');
  expect(suppressTracing(context.active()).getValue(key)).toBe(true);
});
