import { expect, test } from 'vitest';
import { openChat } from '../../test/open-chat.ts';
import { press } from '../../test/page-moments.ts';
import type { Track } from '../../test/tracker-chat.ts';
import { recordedActions, trackerChat } from '../../test/tracker-chat.ts';
import type { ChatPayload } from '../index.ts';
import { dataLayerSource, emitterSource } from '../index.ts';

/** A stub whose method queues its calls, as asynchronous snippets make it. */
function stub() {
  const queue: unknown[][] = [];
  return { queue, track: ((...args) => void queue.push(args)) as Track };
}

test('calls that a stub queued are recorded once when its script replaces the method and replays them', () => {
  const vendor = stub();
  const chat = trackerChat({ vendor });
  vendor.track('clarity', { action: 'trigger_clicked' });
  vendor.track('clarity', { action: 'expand_from_trigger' });
  vendor.track = () => {};
  for (const args of vendor.queue) vendor.track(...args);
  vendor.track('clarity', { action: 'chat_closed' });
  expect(recordedActions(chat)).toEqual(['trigger_clicked', 'expand_from_trigger', 'chat_closed']);
});

test('calls that a stub queued are recorded once when its script replaces the whole object', () => {
  const queued = stub();
  const page: { vendor: { track: Track } } = { vendor: queued };
  const chat = trackerChat(page);
  page.vendor.track('clarity', { action: 'trigger_clicked' });
  page.vendor = { track: () => {} };
  press();
  for (const args of queued.queue) page.vendor.track(...args);
  expect(recordedActions(chat)).toEqual(['trigger_clicked']);
});

test('one object that is reported again and again through one function is an event each time', () => {
  const vendor = { track: (() => {}) as Track };
  const chat = trackerChat({ vendor });
  const payload = { action: 'thumbs_up' };
  for (let count = 0; count < 3; count += 1) vendor.track('clarity', payload);
  expect(recordedActions(chat)).toHaveLength(3);
});

test('one object that a stub queued three times is recorded three times, and not six', () => {
  const vendor = stub();
  const chat = trackerChat({ vendor });
  const payload = { action: 'thumbs_up' };
  for (let count = 0; count < 3; count += 1) vendor.track('clarity', payload);
  vendor.track = () => {};
  for (const args of vendor.queue) vendor.track(...args);
  expect(recordedActions(chat)).toHaveLength(3);
});

test('a data layer that is replaced by a copy is read on without its old entries', () => {
  const page = { layer: [] as unknown[] };
  const chat = openChat({ sources: [dataLayerSource(() => page.layer)] });
  page.layer.push({ action: 'trigger_clicked' });
  page.layer = [...page.layer, { action: 'product_select' }];
  press();
  page.layer.push({ action: 'chat_closed' });
  page.layer = [...page.layer];
  press();
  chat.instrumentation.disable();
  expect(chat.events().map(({ name }) => name)).toEqual([
    'shopping_chat.trigger_clicked',
    'shopping_chat.product_select',
    'shopping_chat.chat_closed',
  ]);
});

/** An emitter that gives a new listener what it missed. */
function replayingEmitter() {
  const past: ChatPayload[] = [];
  const listeners = new Set<(payload: unknown) => void>();
  return {
    emit(payload: ChatPayload) {
      past.push(payload);
      for (const listener of listeners) listener(payload);
    },
    on(listener: (payload: unknown) => void) {
      for (const payload of past) listener(payload);
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

test.each([
  [{}, ['thumbs_up']],
  [{ recordEarlier: true }, ['trigger_clicked', 'thumbs_up']],
])(
  'what an emitter replays to a new listener is recorded only with recordEarlier (%o)',
  (options, recorded) => {
    const emitter = replayingEmitter();
    emitter.emit({ action: 'trigger_clicked' });
    const chat = openChat({
      sources: [emitterSource((_name, listener) => emitter.on(listener), ['any'], options)],
    });
    emitter.emit({ action: 'thumbs_up' });
    expect(recordedActions(chat)).toEqual(recorded);
  },
);

test('what an emitter replays after disable() and enable() is not recorded again', () => {
  const emitter = replayingEmitter();
  const source = emitterSource((_name, listener) => emitter.on(listener), ['any'], { recordEarlier: true });
  const chat = openChat({ sources: [source] });
  emitter.emit({ action: 'trigger_clicked' });
  chat.instrumentation.disable();
  chat.instrumentation.enable();
  expect(recordedActions(chat)).toEqual(['trigger_clicked']);
});
