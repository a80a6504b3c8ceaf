import { expect, test, vi } from 'vitest';
import { openChat } from '../../test/open-chat.ts';
import { press, stopClock } from '../../test/page-moments.ts';
import { dataLayerSource } from '../index.ts';

const click = { action: 'trigger_clicked' };
const close = { action: 'chat_closed' };

test('with recordEarlier what was pushed before is recorded, too, in order', () => {
  const layer: unknown[] = [{ event: 'page_view' }, click];
  const chat = openChat({ sources: [dataLayerSource(() => layer, { recordEarlier: true })] });
  expect(layer.push({ action: 'product_select' }, close)).toBe(4);
  expect(chat.tree()).toEqual([
    'trace 1: shopping_chat.session',
    '  shopping_chat.activity closed: trigger_clicked#1 product_select#2 chat_closed#3',
  ]);
  expect(layer).toEqual([{ event: 'page_view' }, click, { action: 'product_select' }, close]);
});

test('what is pushed between disable() and enable() is not recorded, even with recordEarlier', () => {
  const layer: unknown[] = [click];
  const chat = openChat({ sources: [dataLayerSource(() => layer, { recordEarlier: true })] });
  chat.instrumentation.disable();
  layer.push({ action: 'thumbs_up' });
  chat.instrumentation.enable();
  layer.push(close);
  expect(chat.tree()).toEqual([
    'trace 1: shopping_chat.session',
    '  shopping_chat.activity disabled: trigger_clicked#1',
    'trace 2: shopping_chat.session',
    '  shopping_chat.activity closed: chat_closed#1',
  ]);
});

test('the keys of a layer are those that it had, and its push is its own again after disable()', () => {
  const layer: unknown[] = [click];
  const chat = openChat({ sources: [dataLayerSource(() => layer)] });
  const keys: string[] = [];
  for (const key in layer) keys.push(key);
  expect(keys).toEqual(['0']);
  chat.instrumentation.disable();
  expect(Object.getOwnPropertyNames(layer)).toEqual(['0', 'length']);
  expect(layer.push).toBe(Array.prototype.push);
});

test('a push that a tag manager has put on the layer is called with what the page pushes', () => {
  const pushed: unknown[] = [];
  const layer = Object.assign([], { push: (...entries: unknown[]) => pushed.push(...entries) });
  const { push } = layer;
  const chat = openChat({ sources: [dataLayerSource(() => layer)] });
  expect(layer.push(click, close)).toBe(2);
  expect(pushed).toEqual([click, close]);
  chat.instrumentation.disable();
  expect(layer.push).toBe(push);
  expect(chat.events()).toHaveLength(2);
});

test('toEvent chooses the entries, and entries of other kinds are ignored', () => {
  const layer: unknown[] = [null, 'text', ['config', 'id'], { event: 'chat', detail: click }];
  const chat = openChat({
    sources: [
      dataLayerSource(() => layer, {
        recordEarlier: true,
        toEvent: (entry) => (entry as { detail?: typeof click } | null)?.detail,
      }),
    ],
  });
  layer.push({ event: 'chat', detail: close });
  expect(chat.tree()).toEqual([
    'trace 1: shopping_chat.session',
    '  shopping_chat.activity closed: trigger_clicked#1 chat_closed#2',
  ]);
  expect(chat.warnings).toEqual([]);
});

test('a frozen layer, or what is no array, harms nothing and is reported once', () => {
  stopClock();
  const frozen = Object.freeze([click]);
  const chat = openChat({
    sources: [dataLayerSource(() => frozen as unknown[]), dataLayerSource(() => ({ length: 1 }) as never)],
  });
  vi.advanceTimersByTime(1_000);
  press();
  chat.instrumentation.disable();
  expect(chat.events()).toHaveLength(0);
  expect(chat.warnings).toEqual(['cannot_wrap: push']);
});

test('a layer behind a proxy that gives a push of its own goes on as it did', () => {
  const raw: unknown[] = [];
  // As reactive arrays do: the call ends in the array that they stand for.
  const push = (...entries: unknown[]) => raw.push(...entries);
  const layer = new Proxy(raw, { get: (target, key) => (key === 'push' ? push : Reflect.get(target, key)) });
  const chat = openChat({ sources: [dataLayerSource(() => layer)] });
  press();
  expect(layer.push({ action: 'product_select' })).toBe(1);
  expect(Object.keys(Object.getOwnPropertyDescriptors(raw))).toEqual(['0', 'length']);
  chat.instrumentation.disable();
});
