import { registerInstrumentations } from '@opentelemetry/instrumentation';
import { expect, onTestFinished, test, vi } from 'vitest';
import { nextPage, openChat, openTracing } from '../test/open-chat.ts';
import { leavePage, stopClock } from '../test/page-moments.ts';
import { spanTree } from '../test/span-tree.ts';
import { manualSource, ShoppingChatInstrumentation } from './index.ts';

test('events that come before there is a provider are recorded in order when it comes, at their own times', () => {
  stopClock();
  sessionStorage.clear();
  const source = manualSource();
  const plugin = new ShoppingChatInstrumentation({ sources: [source] });
  onTestFinished(() => plugin.disable());
  const start = Date.now();
  source.emit({ action: 'trigger_clicked' });
  vi.advanceTimersByTime(2_000);
  source.emit({ action: 'product_select' });
  expect(sessionStorage).toHaveLength(0);
  const tracing = openTracing();
  vi.advanceTimersByTime(10_000);
  source.emit({ action: 'chat_closed' });
  expect(spanTree(tracing.spans)).toEqual([
    'trace 1: shopping_chat.session',
    '  shopping_chat.activity closed: trigger_clicked#1 product_select#2 chat_closed#3',
  ]);
  const times = tracing.spans.flatMap(({ events }) => events.map(({ timeMs }) => timeMs - start));
  expect(times).toEqual([0, 2_000, 12_000]);
});

test('events that wait are recorded when a provider comes after minutes and the plugin is registered', () => {
  stopClock();
  sessionStorage.clear();
  const source = manualSource();
  const plugin = new ShoppingChatInstrumentation({ sources: [source] });
  onTestFinished(() => plugin.disable());
  source.emit({ action: 'trigger_clicked' });
  vi.advanceTimersByTime(600_000);
  expect(vi.getTimerCount()).toBe(0);
  const tracing = openTracing();
  registerInstrumentations({ instrumentations: [plugin] });
  leavePage();
  expect(spanTree(tracing.spans)).toEqual([
    'trace 1: shopping_chat.session',
    '  shopping_chat.activity idle: trigger_clicked#1',
  ]);
});

test('on a later page events wait for the provider, too', () => {
  const chat = openChat();
  chat.track('trigger_clicked');
  leavePage();
  chat.tracing.stop();
  const second = nextPage({}, chat.tracing);
  second.track('product_select');
  const later = openTracing();
  second.track('chat_closed');
  expect(spanTree([...chat.tracing.spans, ...later.spans])).toEqual([
    'trace 1: shopping_chat.session',
    '  shopping_chat.activity hidden: trigger_clicked#1',
    '  shopping_chat.activity closed: product_select#2 chat_closed#3',
  ]);
});

test('of the events that wait the first hundred are kept, and the loss of others is said once', () => {
  sessionStorage.clear();
  const chat = nextPage({}, { spans: [], logs: [], flushes: 0, stop() {} });
  for (let count = 0; count < 120; count += 1) chat.track('product_select');
  expect(chat.warnings).toEqual(['no_provider: dropped']);
  expect(chat.plugin.problems()).toEqual({ no_provider: 20 });
  const tracing = openTracing();
  chat.track('chat_closed');
  const actions = tracing.spans.flatMap(({ events }) =>
    events.map(({ attributes }) => attributes['shopping_chat.event.seq']),
  );
  expect(actions.length).toBe(101);
});
