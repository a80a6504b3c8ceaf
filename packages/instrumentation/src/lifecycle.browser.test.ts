import { registerInstrumentations } from '@opentelemetry/instrumentation';
import { expect, onTestFinished, test, vi } from 'vitest';
import { chatUrl } from '../test/chat-request.ts';
import { openChat } from '../test/open-chat.ts';
import { hidePage, leavePage, stopClock } from '../test/page-moments.ts';
import type { PageWatch } from '../test/page-watch.ts';
import { watchPage } from '../test/page-watch.ts';
import {
  chatRequestUrls,
  dataLayerSource,
  eventTargetSource,
  manualSource,
  ShoppingChatInstrumentation,
  trackerSource,
} from './index.ts';

// What sources listen to as long as they are subscribed.
const SOURCE_LISTENERS = ['chat', 'click', 'focus', 'keydown', 'load', 'message', 'pointerdown'];

/** A page with everything that the instrumentation can touch. */
function page() {
  const vendor = { track: (..._args: unknown[]) => 'sent' };
  const layer: unknown[] = [];
  const target = new EventTarget();
  return {
    vendor,
    layer,
    config: {
      sources: [
        trackerSource(() => vendor, 'track'),
        dataLayerSource(() => layer),
        eventTargetSource(target, ['chat']),
      ],
      requests: chatRequestUrls(['/chat']),
    },
    /** All that can be replaced. */
    parts: () => [
      vendor.track,
      layer.push,
      window.fetch,
      XMLHttpRequest.prototype.open,
      XMLHttpRequest.prototype.send,
    ],
  };
}

test('before consent nothing is wrapped, stored, listened to or sent, not even by registerInstrumentations', () => {
  const { vendor, layer, config, parts } = page();
  const before = parts();
  sessionStorage.clear();
  const watch = watchPage();
  const storage = vi.spyOn(Storage.prototype, 'getItem');
  onTestFinished(() => storage.mockRestore());
  const chat = openChat({ ...config, enabled: false });
  vendor.track('clarity', { action: 'trigger_clicked' });
  layer.push({ action: 'chat_closed' });
  leavePage();
  expect([parts().every((part, index) => part === before[index]), Object.keys(layer)]).toEqual([true, ['0']]);
  expect([watch.listeners(), watch.timers(), storage.mock.calls, sessionStorage.length]).toEqual([
    [],
    0,
    [],
    0,
  ]);
  expect([chat.tracing.spans, chat.instrumentation.getTraceHeaders(), chat.warnings]).toEqual([[], {}, []]);
});

test('after consent it records', () => {
  const { vendor, config } = page();
  const chat = openChat({ ...config, enabled: false });
  chat.instrumentation.enable();
  vendor.track('clarity', { action: 'chat_closed' });
  expect(chat.tree()).toEqual([
    'trace 1: shopping_chat.session',
    '  shopping_chat.activity closed: chat_closed#1',
  ]);
});

test('enabled twice, it records once', () => {
  const { vendor, config, parts } = page();
  const before = parts();
  const chat = openChat(config);
  const wrapped = parts();
  chat.instrumentation.enable();
  registerInstrumentations({ instrumentations: [chat.instrumentation] });
  expect(parts().every((part, index) => part === wrapped[index])).toBe(true);
  vendor.track('clarity', { action: 'chat_closed' });
  expect(chat.events()).toHaveLength(1);
  chat.instrumentation.disable();
  expect(parts().every((part, index) => part === before[index])).toBe(true);
});

test.each([
  ['nothing has happened', () => {}],
  ['an activity is open', (track: (action: string) => void) => track('trigger_clicked')],
  ['a turn is open', (track: (action: string) => void) => track('user_respond')],
  [
    'an activity was cut',
    (track: (action: string) => void) => Array.from({ length: 32 }, () => track('product_select')),
  ],
  [
    'the widget is minimized in a turn',
    (track: (action: string) => void) => ['user_respond', 'minimize_from_open'].map(track),
  ],
])('disable() undoes everything when %s', (_when, act) => {
  const { vendor, layer, config, parts } = page();
  const before = parts();
  const watch = watchPage();
  const chat = openChat(config);
  act((action) => vendor.track('clarity', { action }));
  chat.instrumentation.disable();
  chat.instrumentation.disable();
  expect(parts().every((part, index) => part === before[index])).toBe(true);
  expect([watch.listeners(), watch.timers(), sessionStorage.length]).toEqual([[], 0, 0]);
  const { length } = chat.tracing.spans;
  vendor.track('clarity', { action: 'trigger_clicked' });
  layer.push({ action: 'trigger_clicked' });
  leavePage();
  expect([chat.tracing.spans.length, sessionStorage.length]).toEqual([length, 0]);
});

test('disable() undoes everything while a tracker and a provider are missing', () => {
  sessionStorage.clear();
  const watch = watchPage();
  const source = manualSource();
  const instrumentation = new ShoppingChatInstrumentation({
    sources: [trackerSource(() => undefined, 'track'), source],
  });
  source.emit({ action: 'trigger_clicked' });
  expect(watch.timers()).toBeGreaterThan(0);
  instrumentation.disable();
  expect([watch.listeners(), watch.timers(), sessionStorage.length]).toEqual([[], 0, 0]);
});

test('a disabled instrumentation begins a new chat when it is enabled again', () => {
  const chat = openChat();
  chat.track('trigger_clicked');
  chat.instrumentation.disable();
  chat.track('product_select');
  chat.instrumentation.enable();
  chat.track('chat_closed');
  expect(chat.tree()).toEqual([
    'trace 1: shopping_chat.session',
    '  shopping_chat.activity disabled: trigger_clicked#1',
    'trace 2: shopping_chat.session',
    '  shopping_chat.activity closed: chat_closed#1',
  ]);
});

test.each([
  [
    'after the widget was closed',
    (track: (action: string) => void) => ['trigger_clicked', 'chat_closed'].map(track),
  ],
  [
    'after the widget was minimized',
    (track: (action: string) => void) => ['user_respond', 'minimize_from_open'].map(track),
  ],
])('soon %s no timer runs and no listener waits for the page’s end', async (_when, act) => {
  const watch = watchPage();
  const { vendor, config } = page();
  const chat = openChat(config);
  act((action) => vendor.track('clarity', { action }));
  chat.instrumentation.endTurn();
  expect(listenersForTheEnd(watch)).toEqual(['pagehide', 'visibilitychange']);
  await expect.poll(() => [...listenersForTheEnd(watch), watch.timers()], { timeout: 5_000 }).toEqual([0]);
});

/** All but those that tell a replaced tracker. */
function listenersForTheEnd(watch: PageWatch): string[] {
  return watch.listeners().filter((type) => !SOURCE_LISTENERS.includes(type));
}

test('before the first event no timer runs and no listener waits for the page’s end', () => {
  const watch = watchPage();
  const { config } = page();
  openChat(config).instrumentation.endTurn();
  expect(listenersForTheEnd(watch)).toEqual([]);
  expect(watch.timers()).toBe(0);
});

test('after an activity ended as idle no timer runs and no listener waits for the page’s end', () => {
  const watch = watchPage();
  stopClock();
  const chat = openChat();
  chat.track('trigger_clicked');
  vi.advanceTimersByTime(120_000);
  expect([watch.listeners(), vi.getTimerCount()]).toEqual([[], 0]);
  for (let count = 0; count < 32; count += 1) chat.track('product_select');
  vi.advanceTimersByTime(120_000);
  expect([watch.listeners(), vi.getTimerCount()]).toEqual([[], 0]);
});

test('flush() ends the activity, unless a turn is open, and asks for one export at a time', async () => {
  const chat = openChat();
  chat.track('user_respond');
  chat.instrumentation.flush();
  expect(chat.tree()).toEqual(['trace 1: shopping_chat.session']);
  chat.instrumentation.endTurn();
  const { flushes } = chat.tracing;
  chat.instrumentation.flush();
  expect(chat.tracing.flushes).toBe(flushes);
  await expect.poll(() => chat.tracing.flushes).toBe(flushes + 1);
  expect(chat.tree()).toEqual([
    'trace 1: shopping_chat.session',
    '  shopping_chat.activity flushed',
    '    shopping_chat.turn answered: user_respond#1',
  ]);
});

test('without a source, or with undefined options, nothing is recorded or reported', async () => {
  const chat = openChat({
    sources: undefined as never,
    limits: undefined as never,
    redact: undefined as never,
  });
  await (await fetch(chatUrl({ area: 'other' }))).text();
  hidePage();
  expect([chat.tracing.spans, chat.warnings, sessionStorage.length]).toEqual([[], [], 0]);
});
