import { expect, test, vi } from 'vitest';
import { freshName } from '../../test/browser-outbox.ts';
import type { Batch } from '../batches/batch.ts';
import { newBatch } from '../batches/batch.ts';
import { UnloadStore } from './unload-store.ts';

const everyByte = Uint8Array.from({ length: 256 }, (_, index) => index);

function batchOf(id: string, body = everyByte): Batch {
  const record = {
    id,
    owner: 'me',
    time: 1_000,
    spans: 2,
    bytes: body.length,
    contentType: 'application/x-protobuf',
  };
  return newBatch(record, { body, storage: 'writing', adopted: false });
}

test('the next page reads a batch back byte for byte', () => {
  const name = freshName();
  const large = Uint8Array.from({ length: 60_000 }, (_, index) => index * 7);
  new UnloadStore(name, 100_000).put(batchOf('a', large));
  const { left, corrupt } = new UnloadStore(name, 100_000).read();
  expect(corrupt).toBe(0);
  expect(left).toEqual([
    {
      unloadKey: `${name}/a`,
      record: {
        id: 'a',
        owner: 'me',
        time: 1_000,
        spans: 2,
        bytes: 60_000,
        contentType: 'application/x-protobuf',
      },
      body: large,
    },
  ]);
});

test('a batch is written once and removed on its acknowledgement', () => {
  const name = freshName();
  const store = new UnloadStore(name, 10_000);
  const batch = batchOf('a');
  store.put(batch);
  expect(batch.unloadKey).toBe(`${name}/a`);
  const setItem = vi.spyOn(Storage.prototype, 'setItem');
  store.put(batch);
  expect(setItem).not.toHaveBeenCalled();
  setItem.mockRestore();
  store.remove(batch);
  expect(store.read()).toEqual({ left: [], corrupt: 0 });
});

test('stores nothing above its limit', () => {
  const name = freshName();
  const store = new UnloadStore(name, 600);
  const [fits, doesNot] = [batchOf('a'), batchOf('b')];
  store.put(fits);
  store.put(doesNot);
  expect([fits.unloadKey, doesNot.unloadKey]).toEqual([`${name}/a`, undefined]);
  expect(store.read().left.map(({ record }) => record.id)).toEqual(['a']);
});

test('leaves keys of the page and of other exporters alone', () => {
  const name = freshName();
  localStorage.setItem('cart', '[]');
  const others = [`${name}-other`, `${name}/other`].map((other) => new UnloadStore(other, 10_000));
  for (const other of others) other.put(batchOf('a'));
  const store = new UnloadStore(name, 10_000);
  store.put(batchOf('b'));
  store.clear();
  expect(store.read().left).toEqual([]);
  expect(localStorage.getItem('cart')).toBe('[]');
  expect(others.map((other) => other.read().left.length)).toEqual([1, 1]);
});

test.each([
  ['no JSON', 'nonsense'],
  ['a record without an owner', '{"id":"a","time":1,"spans":1,"bytes":1,"contentType":"x"}\nz'],
  ['a body that was cut off', '{"id":"a","owner":"me","time":1,"spans":1,"bytes":9,"contentType":"x"}\nz'],
])('%s is removed and counted', (_, value) => {
  const name = freshName();
  localStorage.setItem(`${name}/a`, value);
  const store = new UnloadStore(name, 10_000);
  expect(store.read()).toEqual({ left: [], corrupt: 1 });
  expect(store.read()).toEqual({ left: [], corrupt: 0 });
});

test('stores nothing and throws nothing where localStorage is full or forbidden', () => {
  const store = new UnloadStore(freshName(), 10_000);
  const batch = batchOf('a');
  const full = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  store.put(batch);
  full.mockRestore();
  const forbidden = vi.spyOn(window, 'localStorage', 'get').mockImplementation(() => {
    throw new DOMException('forbidden', 'SecurityError');
  });
  store.put(batch);
  expect(batch.unloadKey).toBeUndefined();
  expect(store.read()).toEqual({ left: [], corrupt: 0 });
  store.clear();
  forbidden.mockRestore();
});
