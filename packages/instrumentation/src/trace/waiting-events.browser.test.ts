import { trace } from '@opentelemetry/api';
import { registerInstrumentations } from '@opentelemetry/instrumentation';
import { expect, onTestFinished, test, vi } from 'vitest';
import { nextPage, openChat, openTracing } from '../../test/open-chat.ts';
import { goTo, hidePage, leavePage, stopClock } from '../../test/page-moments.ts';
import { watchPage } from '../../test/page-watch.ts';
import { eventLabel, spanTree } from '../../test/span-tree.ts';
import type { ManualChatEventSource } from '../index.ts';
import { manualSource, ShoppingChatInstrumentation } from '../index.ts';

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
  vi.advanceTimersByTime(1_000);
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

test('spans of events that waited are of the pages on which these were reported', () => {
  stopClock();
  const source = manualSource();
  const plugin = new ShoppingChatInstrumentation({ sources: [source] });
  onTestFinished(() => plugin.disable());
  for (const page of ['coats', 'parkas']) {
    goTo(page);
    source.emit({ action: 'user_respond' });
    vi.advanceTimersByTime(2_000);
  }
  goTo('checkout');
  const { spans } = openTracing();
  plugin.disable();
  const pages = spans.map(({ attributes }) =>
    String(attributes['browser.document.url.full']).split('/').at(-1),
  );
  expect(pages).toEqual(['coats', 'coats', 'parkas', 'coats']);
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

test('while events wait, another page may go on with the chat, which is not forgotten', () => {
  stopClock();
  const chat = openChat();
  chat.track('trigger_clicked');
  leavePage();
  chat.tracing.stop();
  const waiting = nextPage({}, chat.tracing);
  waiting.track('product_select');
  vi.advanceTimersByTime(2_000);
  const stored = JSON.parse(sessionStorage.getItem('chatspan.session') ?? '');
  sessionStorage.setItem('chatspan.session', JSON.stringify({ ...stored, seq: 7 }));
  const { spans } = openTracing();
  waiting.track('chat_closed');
  expect(spans.flatMap(({ events }) => events.map(eventLabel))).toEqual([
    'product_select#8',
    'chat_closed#9',
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

/** An event that waits, and the plugin that it waits in. */
function wait(): { source: ManualChatEventSource; plugin: ShoppingChatInstrumentation } {
  stopClock();
  sessionStorage.clear();
  const source = manualSource();
  const plugin = new ShoppingChatInstrumentation({ sources: [source] });
  onTestFinished(() => plugin.disable());
  source.emit({ action: 'trigger_clicked' });
  return { source, plugin };
}

test.each<[string, (plugin: ShoppingChatInstrumentation) => void]>([
  ['the page is hidden', () => hidePage()],
  ['the plugin is disabled', (plugin) => plugin.disable()],
])('events that wait when %s are recorded when there is a provider by then', (_when, end) => {
  const { plugin } = wait();
  const tracing = openTracing();
  end(plugin);
  expect(tracing.spans.flatMap(({ events }) => events.map(eventLabel))).toEqual(['trigger_clicked#1']);
});

test('an event that an exporter reports while those that waited are recorded comes after them', () => {
  const { source, plugin } = wait();
  source.emit({ action: 'product_select' });
  let times = 0;
  const tracing = openTracing({
    onSpan() {
      times += 1;
      if (times === 1) source.emit({ action: 'chat_closed' });
    },
  });
  plugin.setTracerProvider(trace.getTracerProvider());
  vi.advanceTimersByTime(1_000);
  expect(tracing.spans.flatMap(({ events }) => events.map(eventLabel))).toEqual([
    'trigger_clicked#1',
    'product_select#2',
    'chat_closed#3',
  ]);
});

test('once the events that waited are recorded, and the widget is closed, no timer and no listener is left', () => {
  const watch = watchPage();
  const { source, plugin } = wait();
  openTracing();
  plugin.setTracerProvider(trace.getTracerProvider());
  source.emit({ action: 'chat_closed' });
  vi.advanceTimersByTime(2_000);
  expect([watch.listeners(), vi.getTimerCount()]).toEqual([[], 0]);
});
