import { trace } from '@opentelemetry/api';
import { registerInstrumentations } from '@opentelemetry/instrumentation';
import { expect, onTestFinished, test, vi } from 'vitest';
import { nextPage, openChat, openTracing } from '../../test/open-chat.ts';
import { goTo, hidePage, leavePage, stopClock } from '../../test/page-moments.ts';
import { watchPage } from '../../test/page-watch.ts';
import { eventLabel, spanTree } from '../../test/span-tree.ts';
import type { ManualChatEventSource } from '../index.ts';
import { manualSource, ShoppingChatInstrumentation } from '../index.ts';

test('events from before the provider are recorded in order when it comes, with their own times', () => {
  stopClock();
  sessionStorage.clear();
  const source = manualSource();
  const instrumentation = new ShoppingChatInstrumentation({ sources: [source] });
  onTestFinished(() => instrumentation.disable());
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

test('waiting events are recorded when the instrumentation is registered minutes later', () => {
  stopClock();
  sessionStorage.clear();
  const source = manualSource();
  const instrumentation = new ShoppingChatInstrumentation({ sources: [source] });
  onTestFinished(() => instrumentation.disable());
  source.emit({ action: 'trigger_clicked' });
  vi.advanceTimersByTime(600_000);
  expect(vi.getTimerCount()).toBe(0);
  const tracing = openTracing();
  registerInstrumentations({ instrumentations: [instrumentation] });
  leavePage();
  expect(spanTree(tracing.spans)).toEqual([
    'trace 1: shopping_chat.session',
    '  shopping_chat.activity idle: trigger_clicked#1',
  ]);
});

test('spans of events that waited have the address of the page where these were reported', () => {
  stopClock();
  const source = manualSource();
  const instrumentation = new ShoppingChatInstrumentation({ sources: [source] });
  onTestFinished(() => instrumentation.disable());
  for (const page of ['coats', 'parkas']) {
    goTo(page);
    source.emit({ action: 'user_respond' });
    vi.advanceTimersByTime(2_000);
  }
  goTo('checkout');
  const { spans } = openTracing();
  instrumentation.disable();
  const pages = spans.map(({ attributes }) =>
    String(attributes['browser.document.url.full']).split('/').at(-1),
  );
  expect(pages).toEqual(['coats', 'coats', 'parkas', 'coats']);
});

test('events of a later page also wait for the provider', () => {
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

test('while events wait, another page may continue the chat', () => {
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

test('the first hundred waiting events are kept, and the loss of others is reported once', () => {
  sessionStorage.clear();
  const chat = nextPage({}, { spans: [], logs: [], flushes: 0, stop() {} });
  for (let count = 0; count < 120; count += 1) chat.track('product_select');
  expect(chat.warnings).toEqual(['no_provider: dropped']);
  expect(chat.instrumentation.problems()).toEqual({ no_provider: 20 });
  const tracing = openTracing();
  chat.track('chat_closed');
  const actions = tracing.spans.flatMap(({ events }) =>
    events.map(({ attributes }) => attributes['shopping_chat.event.seq']),
  );
  expect(actions.length).toBe(101);
});

/** An event that waits, and the instrumentation that it waits in. */
function wait(): { source: ManualChatEventSource; instrumentation: ShoppingChatInstrumentation } {
  stopClock();
  sessionStorage.clear();
  const source = manualSource();
  const instrumentation = new ShoppingChatInstrumentation({ sources: [source] });
  onTestFinished(() => instrumentation.disable());
  source.emit({ action: 'trigger_clicked' });
  return { source, instrumentation };
}

test.each<[string, (instrumentation: ShoppingChatInstrumentation) => void]>([
  ['the page is hidden', () => hidePage()],
  ['the instrumentation is disabled', (instrumentation) => instrumentation.disable()],
])('events that wait when %s are recorded if there is a provider by then', (_when, end) => {
  const { instrumentation } = wait();
  const tracing = openTracing();
  end(instrumentation);
  expect(tracing.spans.flatMap(({ events }) => events.map(eventLabel))).toEqual(['trigger_clicked#1']);
});

test('an event that an exporter reports while waiting events are recorded comes after them', () => {
  const { source, instrumentation } = wait();
  source.emit({ action: 'product_select' });
  let times = 0;
  const tracing = openTracing({
    onSpan() {
      times += 1;
      if (times === 1) source.emit({ action: 'chat_closed' });
    },
  });
  instrumentation.setTracerProvider(trace.getTracerProvider());
  vi.advanceTimersByTime(1_000);
  expect(tracing.spans.flatMap(({ events }) => events.map(eventLabel))).toEqual([
    'trigger_clicked#1',
    'product_select#2',
    'chat_closed#3',
  ]);
});

test('after waiting events were recorded and the widget closed, no timer and no listener is left', () => {
  const watch = watchPage();
  const { source, instrumentation } = wait();
  openTracing();
  instrumentation.setTracerProvider(trace.getTracerProvider());
  source.emit({ action: 'chat_closed' });
  vi.advanceTimersByTime(2_000);
  expect([watch.listeners(), vi.getTimerCount()]).toEqual([[], 0]);
});
