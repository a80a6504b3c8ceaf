import { expect, onTestFinished, test } from 'vitest';
import { nextPage, openTracing } from '../../test/open-chat.ts';
import { watchPage } from '../../test/page-watch.ts';
import type { Track } from '../../test/tracker-chat.ts';
import { chatRequestUrls, dataLayerSource, eventTargetSource, trackerSource } from '../index.ts';

/** A page whose tracker, data layer and events two instrumentations listen to. */
function twoChats() {
  sessionStorage.clear();
  const vendor = { track: (() => {}) as Track };
  const layer: unknown[] = [];
  const target = new EventTarget();
  const tracing = openTracing();
  const open = () =>
    nextPage(
      {
        sources: [
          trackerSource(() => vendor, 'track'),
          dataLayerSource(() => layer),
          eventTargetSource(target, ['chat_closed']),
        ],
        requests: chatRequestUrls(['/chat']),
      },
      tracing,
    );
  const first = open();
  const second = open();
  const report = () => {
    vendor.track('clarity', { action: 'trigger_clicked' });
    layer.push({ action: 'product_select' });
    target.dispatchEvent(new CustomEvent('chat_closed'));
  };
  const recorded = () =>
    tracing.spans.flatMap(({ events }) => events).map(({ attributes }) => attributes['shopping_chat.action']);
  return { first, second, report, recorded };
}

test('a second instrumentation on the same sources records nothing, and says so', () => {
  const { first, second, report, recorded } = twoChats();
  report();
  second.instrumentation.disable();
  first.instrumentation.disable();
  expect(recorded()).toEqual(['trigger_clicked', 'product_select', 'chat_closed']);
  expect(second.instrumentation.problems()).toEqual({ second_instance: 3 });
  expect(first.instrumentation.problems()).toEqual({});
});

test('a second instrumentation takes over when the first is disabled', () => {
  const { first, second, report, recorded } = twoChats();
  first.instrumentation.disable();
  report();
  second.instrumentation.disable();
  expect(recorded()).toEqual(['trigger_clicked', 'product_select', 'chat_closed']);
});

test('a second instrumentation opens no turn for a request of the chat', async () => {
  const { first, second } = twoChats();
  const { fetch } = window;
  onTestFinished(() => {
    window.fetch = fetch;
  });
  await fetch('/chat', { method: 'POST' }).catch(() => {});
  second.instrumentation.disable();
  first.instrumentation.disable();
  const turns = second.tracing.spans.filter(({ name }) => name === 'shopping_chat.turn');
  expect(turns).toHaveLength(1);
});

test('two sources of one instrumentation may share a tracker', () => {
  sessionStorage.clear();
  const vendor = { track: (() => {}) as Track };
  const sources = ['clarity', 'chat'].map((eventType) => trackerSource(() => vendor, 'track', { eventType }));
  const chat = nextPage({ sources }, openTracing());
  vendor.track('clarity', { action: 'trigger_clicked' });
  vendor.track('chat', { action: 'chat_closed' });
  expect(chat.events().map(({ name }) => name)).toEqual([
    'shopping_chat.trigger_clicked',
    'shopping_chat.chat_closed',
  ]);
});

test('a page is as it was after a hundred instrumentations were created and disabled', () => {
  const watch = watchPage();
  const vendor = { track: (() => {}) as Track };
  const layer: unknown[] = [];
  const state = () => [
    Object.getOwnPropertyDescriptors(vendor),
    Object.getOwnPropertyDescriptors(layer),
    Object.getOwnPropertyDescriptor(window, 'fetch'),
    Object.getOwnPropertyDescriptors(XMLHttpRequest.prototype),
    // OpenTelemetry keeps its own globals there.
    Object.getOwnPropertySymbols(window).filter(({ description }) => !description?.includes('opentelemetry')),
    watch.listeners(),
    watch.timers(),
  ];
  const tracing = openTracing();
  const startAndStop = () => {
    const sources = [trackerSource(() => vendor, 'track'), dataLayerSource(() => layer)];
    nextPage({ sources, requests: chatRequestUrls(['/chat']) }, tracing).instrumentation.disable();
  };
  const before = state();
  for (let count = 0; count < 100; count += 1) startAndStop();
  expect(state()).toEqual(before);
});
