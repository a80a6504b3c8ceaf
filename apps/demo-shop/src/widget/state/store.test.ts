import { expect, test } from 'vitest';
import { initialState } from './state.ts';
import { createStore } from './store.ts';

test('tells every listener the new state', () => {
  const store = createStore(initialState());
  const seen: number[] = [];
  store.subscribe(({ unread }) => seen.push(unread));
  store.set({ unread: 1 });
  store.set({ unread: 2 });
  expect(seen).toEqual([1, 2]);
  expect(store.get().unread).toBe(2);
});

test('a change made by a listener reaches all listeners after the running round', () => {
  const store = createStore(initialState());
  const seen: string[] = [];
  store.subscribe(({ unread }) => {
    seen.push(`first ${unread}`);
    if (unread === 1) store.set({ unread: 2 });
  });
  store.subscribe(({ unread }) => seen.push(`second ${unread}`));
  store.set({ unread: 1 });
  expect(seen).toEqual(['first 1', 'second 1', 'first 2', 'second 2']);
});
