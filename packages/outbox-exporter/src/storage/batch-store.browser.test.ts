import { openDB } from 'idb';
import { expect, test, vi } from 'vitest';
import { freshName } from '../../test/browser-outbox.ts';
import type { BatchRecord } from '../batches/batch.ts';
import { BatchStore } from './batch-store.ts';

const body = Uint8Array.of(1, 2, 3);

function recordOf(id: string, owner = 'me', time = 1_000): BatchRecord {
  return { id, owner, time, spans: 2, bytes: body.length, contentType: 'application/json' };
}

test('another page reads a batch back unchanged', async () => {
  const name = freshName();
  await new BatchStore(name).put([{ ...recordOf('a'), body }]);
  expect(await new BatchStore(name).read(recordOf('a'))).toEqual({ isMine: true, body });
});

test('stores only the record and the body', async () => {
  const name = freshName();
  const withMore = { ...recordOf('a'), body, headers: { authorization: 'secret' } };
  await new BatchStore(name).put([withMore]);
  const database = await openDB(name);
  expect(await database.getAll('batches')).toEqual([recordOf('a')]);
  database.close();
});

test('reading a batch that is gone or belongs to another tab says that it is not mine', async () => {
  const store = new BatchStore(freshName());
  await store.put([{ ...recordOf('a', 'other'), body }]);
  expect(await store.read(recordOf('a', 'me'))).toMatchObject({ isMine: false });
  await store.put([], { id: 'a' });
  expect(await store.read(recordOf('a', 'other'))).toMatchObject({ isMine: false });
});

test('halves replace the whole in one transaction', async () => {
  const store = new BatchStore(freshName());
  await store.put([{ ...recordOf('a'), body }]);
  await store.put(
    [
      { ...recordOf('a.0'), body },
      { ...recordOf('a.1'), body },
    ],
    recordOf('a'),
  );
  const { adopted } = await store.adopt('next', () => true);
  expect(adopted.map(({ id }) => id)).toEqual(['a.0', 'a.1']);
});

test('batches of tabs that are gone change their owner, the others stay', async () => {
  const store = new BatchStore(freshName());
  await store.put([
    { ...recordOf('a', 'gone'), body },
    { ...recordOf('b', 'alive'), body },
    { ...recordOf('c', 'me'), body },
  ]);
  const found = await store.adopt('me', ({ owner }) => owner === 'gone');
  expect(found).toEqual({
    adopted: [recordOf('a', 'me')],
    others: [recordOf('b', 'alive'), recordOf('c')],
    corruptSpans: 0,
  });
  expect(await store.read(recordOf('a', 'me'))).toEqual({ isMine: true, body });
});

test('damaged records are removed and counted, the others are adopted', async () => {
  const name = freshName();
  const store = new BatchStore(name);
  await store.put([{ ...recordOf('good', 'gone'), body }]);
  const database = await openDB(name);
  await database.put('batches', { id: 'no-owner', time: 1 });
  await database.put('batches', { ...recordOf('bad-time', 'gone'), time: 'yesterday' });
  await database.put('bodies', body, 'bad-time');
  const found = await store.adopt('me', () => true);
  expect(found).toEqual({ adopted: [recordOf('good', 'me')], others: [], corruptSpans: 2 });
  expect(await database.getAllKeys('batches')).toEqual(['good']);
  expect(await database.getAllKeys('bodies')).toEqual(['good']);
  database.close();
});

test('a body that is missing or not bytes is absent', async () => {
  const name = freshName();
  const store = new BatchStore(name);
  await store.put([
    { ...recordOf('a'), body },
    { ...recordOf('b'), body },
  ]);
  const database = await openDB(name);
  await database.put('bodies', 'text', 'a');
  await database.delete('bodies', 'b');
  database.close();
  expect(await store.read(recordOf('a'))).toEqual({ isMine: true, body: undefined });
  expect(await store.read(recordOf('b'))).toEqual({ isMine: true, body: undefined });
});

test('the store does not block deleting the database, and opens it again', async () => {
  const name = freshName();
  const store = new BatchStore(name);
  await store.put([{ ...recordOf('a'), body }]);
  await new Promise<void>((resolve, reject) => {
    const deletion = indexedDB.deleteDatabase(name);
    deletion.onsuccess = () => resolve();
    deletion.onerror = () => reject(deletion.error);
  });
  expect(await store.read(recordOf('a'))).toMatchObject({ isMine: false });
  await store.put([{ ...recordOf('b'), body }]);
  expect(await store.read(recordOf('b'))).toEqual({ isMine: true, body });
});

test('a failed transaction rejects for the caller and causes no unhandledrejection', async () => {
  const unhandled = vi.fn((event: PromiseRejectionEvent) => event.preventDefault());
  window.addEventListener('unhandledrejection', unhandled);
  const name = freshName();
  const store = new BatchStore(name);
  await store.ids();
  const begin = IDBDatabase.prototype.transaction;
  const spy = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (
    this: IDBDatabase,
    ...given
  ) {
    const transaction = begin.apply(this, given);
    queueMicrotask(() => queueMicrotask(() => queueMicrotask(() => transaction.abort())));
    return transaction;
  });
  await expect(store.ids()).rejects.toThrow();
  await expect(store.read(recordOf('a'))).rejects.toThrow();
  await expect(store.adopt('me', () => true)).rejects.toThrow();
  spy.mockRestore();
  // The browser reports after a task; by the end of another transaction it has.
  await store.put([{ ...recordOf('a'), body }]);
  await store.ids();
  window.removeEventListener('unhandledrejection', unhandled);
  expect(unhandled.mock.calls).toEqual([]);
});
