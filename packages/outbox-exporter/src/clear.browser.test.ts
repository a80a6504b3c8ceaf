import { expect, test, vi } from 'vitest';
import { behave, freshName, ONE_ATTEMPT, openOutbox, trafficOf } from '../test/browser-outbox.ts';
import { BatchStore } from './storage/batch-store.ts';

test("clear() does not wait for another tab's turn", async () => {
  const name = freshName();
  let go = () => {};
  const turn = new Promise<void>((resolve) => {
    go = resolve;
  });
  navigator.locks.request(`${name}/turn`, () => turn);
  const { exporter, record } = openOutbox(name);
  await record('a');
  const cleared = exporter.clear();
  await expect.poll(() => new BatchStore(name).ids()).toEqual([]);
  go();
  await cleared;
});

test('clear() prevents the sending of a batch that is being read', async () => {
  const name = freshName();
  await behave(name, { answers: [{ status: 503 }] });
  const earlier = openOutbox(name, ONE_ATTEMPT);
  await earlier.record('a');
  await earlier.exporter.shutdown();
  await behave(name, {});
  let go = () => {};
  const reading = new Promise<void>((resolve) => {
    go = resolve;
  });
  const readNow = BatchStore.prototype.read;
  const read = vi.spyOn(BatchStore.prototype, 'read').mockImplementation(async function (
    this: BatchStore,
    record,
  ) {
    const found = await readNow.call(this, record);
    await reading;
    return found;
  });
  const { exporter } = openOutbox(name);
  await expect.poll(() => read.mock.calls.length).toBe(1);
  const cleared = exporter.clear();
  go();
  await cleared;
  await exporter.forceFlush();
  read.mockRestore();
  expect(await trafficOf(name)).toEqual([[503, 'a']]);
});

test('clear() removes what is remembered about the receiver', async () => {
  const name = freshName();
  const entries = () => Object.keys(localStorage).filter((key) => key.startsWith(name));
  const { exporter, record } = openOutbox(name, { compression: 'gzip' });
  await record('a');
  await expect.poll(entries).toEqual([`${name}:gzip`]);
  await exporter.clear();
  expect(entries()).toEqual([]);
});
