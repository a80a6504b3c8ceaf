import { openDB } from 'idb';
import { expect, test } from 'vitest';
import { behave, freshName, ONE_ATTEMPT, openOutbox, trafficOf } from '../../test/browser-outbox.ts';

async function createDatabase(
  name: string,
  version: number,
  create: (database: IDBDatabase) => void,
): Promise<void> {
  const database = await openDB(name, version, {
    upgrade: (created) => create(created as unknown as IDBDatabase),
  });
  database.close();
}

const OTHERS: [what: string, create: (name: string) => Promise<void>][] = [
  ['of a newer version', (name) => createDatabase(name, 7, newerStores)],
  ['of a newer version without its stores', (name) => createDatabase(name, 7, () => {})],
  ['without stores', (name) => createDatabase(name, 1, () => {})],
  ["of the page's own", (name) => createDatabase(name, 1, (database) => database.createObjectStore('cart'))],
  [
    'with stores of other keys',
    (name) =>
      createDatabase(name, 1, (database) => {
        database.createObjectStore('batches', { autoIncrement: true });
        database.createObjectStore('bodies', { keyPath: 'id' });
      }),
  ],
];

function newerStores(database: IDBDatabase): void {
  database.createObjectStore('batches', { keyPath: 'id' }).put({ id: 'new', format: 'of the future' });
  database.createObjectStore('bodies');
  database.createObjectStore('more').put('more', 'key');
}

test.each(OTHERS)(
  'beside a database %s the spans of one page reach the receiver by the next',
  async (_, create) => {
    const name = freshName();
    await create(name);
    await behave(name, { answers: [{ status: 503 }] });
    const first = openOutbox(name, ONE_ATTEMPT);
    await first.record('a');
    expect(first.exporter.stats()).toMatchObject({ stored: 1, storageFailures: 1 });
    await first.exporter.shutdown();
    await behave(name, {});
    const next = openOutbox(name);
    await expect.poll(() => next.exporter.stats()).toMatchObject({ replayed: 1, dropped: {} });
    expect((await trafficOf(name)).at(-1)).toEqual([200, 'a']);
  },
);

test('a database of a newer version is left as it is, and emptied by clear()', async () => {
  const name = freshName();
  await createDatabase(name, 7, newerStores);
  const { exporter, record } = openOutbox(name);
  await record('a');
  await exporter.forceFlush();
  const database = await openDB(name, 7);
  expect(await database.getAll('batches')).toEqual([{ id: 'new', format: 'of the future' }]);
  await exporter.clear();
  expect(await database.getAll('batches')).toEqual([]);
  expect(await database.getAll('more')).toEqual([]);
  database.close();
});

test("clear() does not touch a database of the page's own", async () => {
  const name = freshName();
  await createDatabase(name, 3, (database) => database.createObjectStore('cart').put('shoes', 'item'));
  const { exporter, record } = openOutbox(name);
  await record('a');
  await exporter.clear();
  const database = await openDB(name, 3);
  expect(await database.getAll('cart')).toEqual(['shoes']);
  database.close();
});

test('a fallback database that cannot be used is created again', async () => {
  const name = freshName();
  await createDatabase(name, 2, () => {});
  await createDatabase(`${name}:fallback`, 2, () => {});
  const { exporter, record } = openOutbox(name);
  await record('a');
  await exporter.forceFlush();
  expect(exporter.stats()).toMatchObject({ stored: 1, sent: 1, storageFailures: 1 });
});

test('a database that is upgraded while the page is open is not lost for it', async () => {
  const name = freshName();
  const { exporter, record } = openOutbox(name);
  await record('a');
  await exporter.forceFlush();
  const newer = await openDB(name, 9);
  await record('b');
  await exporter.forceFlush();
  expect(exporter.stats()).toMatchObject({ stored: 2, sent: 2, storageFailures: 1 });
  newer.close();
});
