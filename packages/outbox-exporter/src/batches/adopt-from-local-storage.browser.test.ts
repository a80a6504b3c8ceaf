import { expect, test, vi } from 'vitest';
import {
  behave,
  freshName,
  hidePage,
  ONE_ATTEMPT,
  openOutbox,
  trafficOf,
} from '../../test/browser-outbox.ts';
import { leaveInLocalStorage, leftBatch, leftKeys } from '../../test/left-batch.ts';
import { BatchStore } from '../storage/batch-store.ts';

test('what a page left in localStorage is sent and removed', async () => {
  const name = freshName();
  leaveInLocalStorage(name, leftBatch('a'));
  const { exporter } = openOutbox(name);
  await expect.poll(() => trafficOf(name)).toEqual([[200, 'a']]);
  await expect.poll(() => exporter.stats()).toMatchObject({ sent: 1, replayed: 1, pendingBatches: 0 });
  expect(leftKeys(name)).toEqual([]);
});

/** Storage takes nothing until the function is called. */
function slowStorage(): () => void {
  let go = () => {};
  const slow = new Promise<void>((resolve) => {
    go = resolve;
  });
  const putNow = BatchStore.prototype.put;
  const put = vi.spyOn(BatchStore.prototype, 'put').mockImplementation(async function (
    this: BatchStore,
    ...given
  ) {
    await slow;
    await putNow.apply(this, given);
  });
  return () => {
    put.mockRestore();
    go();
  };
}

test('one tab adopts what a page left in localStorage, even if storage takes longer than its turn', async () => {
  const name = freshName();
  await behave(name, { answers: [{ status: 503 }] });
  for (const span of ['a', 'b', 'c']) leaveInLocalStorage(name, leftBatch(span));
  const go = slowStorage();
  const [first, second] = [openOutbox(name, ONE_ATTEMPT), openOutbox(name, ONE_ATTEMPT)];
  await first.exporter.forceFlush();
  await second.exporter.forceFlush();
  go();
  await expect.poll(() => first.exporter.stats().pendingBatches).toBe(3);
  expect(second.exporter.stats().pendingBatches).toBe(0);
});

test('clear() removes what is being adopted from slow storage', async () => {
  const name = freshName();
  await behave(name, { answers: [{ status: 503 }] });
  for (const span of ['a', 'b', 'c']) leaveInLocalStorage(name, leftBatch(span));
  const go = slowStorage();
  const { exporter } = openOutbox(name, ONE_ATTEMPT);
  await expect.poll(() => exporter.stats().pendingBatches).toBeGreaterThan(0);
  await exporter.clear();
  go();
  await expect.poll(() => exporter.stats().stored).toBe(3);
  await expect.poll(() => new BatchStore(name).ids()).toEqual([]);
  expect(leftKeys(name)).toEqual([]);
});

test('what a tab writes to localStorage while another one adopts stays its own', async () => {
  const name = freshName();
  await behave(name, { answers: [{ status: 503 }] });
  let look = () => {};
  const looking = new Promise<void>((resolve) => {
    look = resolve;
  });
  const query = navigator.locks.query.bind(navigator.locks);
  const locks = vi.spyOn(navigator.locks, 'query').mockImplementationOnce(async () => {
    const state = await query();
    await looking;
    return state;
  });
  const looker = openOutbox(name, ONE_ATTEMPT);
  await expect.poll(() => locks.mock.calls.length).toBe(1);
  const go = slowStorage();
  const leaver = openOutbox(name, ONE_ATTEMPT);
  leaver.end('a');
  const show = hidePage();
  look();
  await looker.exporter.forceFlush();
  expect(looker.exporter.stats().pendingBatches).toBe(0);
  expect(leaver.exporter.stats().pendingBatches).toBe(1);
  go();
  show();
  locks.mockRestore();
});

test('without IndexedDB, one page adopts what another left in localStorage', async () => {
  const name = freshName();
  const open = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('forbidden', 'SecurityError');
  });
  await behave(name, { answers: [{ status: 503 }] });
  leaveInLocalStorage(name, leftBatch('a'));
  const pages = [openOutbox(name, ONE_ATTEMPT), openOutbox(name, ONE_ATTEMPT)];
  for (const { exporter } of pages) await exporter.forceFlush();
  expect(pages.map(({ exporter }) => exporter.stats().pendingBatches).sort()).toEqual([0, 1]);
  open.mockRestore();
});
