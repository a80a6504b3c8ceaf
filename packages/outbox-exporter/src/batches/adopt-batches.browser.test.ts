import { expect, test, vi } from 'vitest';
import { behave, freshName, ONE_ATTEMPT, openOutbox, trafficOf } from '../../test/browser-outbox.ts';
import { leaveInLocalStorage, leftBatch, leftKeys } from '../../test/left-batch.ts';
import { LEFT_BEHIND_MILLIS } from '../page/tab-lock.ts';
import { BatchStore } from '../storage/batch-store.ts';

test('the next page replays what an earlier one could not send, before its own', async () => {
  const name = freshName();
  await behave(name, { answers: [{ status: 503 }] });
  const earlier = openOutbox(name, ONE_ATTEMPT);
  await earlier.record('a');
  await earlier.exporter.forceFlush();
  await earlier.record('b');
  await earlier.exporter.shutdown();
  await behave(name, {});
  const next = openOutbox(name);
  await next.record('c');
  await expect
    .poll(() => trafficOf(name))
    .toEqual([
      [503, 'a'],
      [200, 'a'],
      [200, 'b'],
      [200, 'c'],
    ]);
  await expect.poll(() => next.exporter.stats()).toMatchObject({ sent: 3, replayed: 2, pendingBatches: 0 });
  expect(earlier.drops).toEqual([]);
});

test('batches of a living tab are left to it, and adopted when it is gone', async () => {
  const name = freshName();
  await behave(name, { answers: [{ status: 503 }] });
  const first = openOutbox(name, ONE_ATTEMPT);
  await first.record('a');
  await first.exporter.forceFlush();
  await behave(name, {});
  const second = openOutbox(name);
  await second.record('b');
  await second.exporter.forceFlush();
  expect(await trafficOf(name)).toEqual([
    [503, 'a'],
    [200, 'b'],
  ]);
  await first.exporter.shutdown();
  await expect
    .poll(() => trafficOf(name))
    .toEqual([
      [503, 'a'],
      [200, 'b'],
      [200, 'a'],
    ]);
});

test('a batch that is in both storages is sent once', async () => {
  const name = freshName();
  await new BatchStore(name).put([leftBatch('a')]);
  leaveInLocalStorage(name, leftBatch('a'));
  const { exporter } = openOutbox(name);
  await expect.poll(() => exporter.stats().sent).toBe(1);
  await exporter.forceFlush();
  expect(await trafficOf(name)).toEqual([[200, 'a']]);
  expect(leftKeys(name)).toEqual([]);
});

test('two pages that start together replay a batch once', async () => {
  const name = freshName();
  await new BatchStore(name).put([leftBatch('a'), leftBatch('b')]);
  leaveInLocalStorage(name, leftBatch('c'));
  const pages = [openOutbox(name), openOutbox(name), openOutbox(name)];
  const sent = () => pages.reduce((sum, { exporter }) => sum + exporter.stats().sent, 0);
  await expect.poll(sent).toBe(3);
  await Promise.all(pages.map(({ exporter }) => exporter.forceFlush()));
  expect((await trafficOf(name)).map(([, span]) => span).sort()).toEqual(['a', 'b', 'c']);
});

test('without Web Locks only batches that are two minutes old are adopted', async () => {
  const name = freshName();
  const locks = vi.spyOn(navigator, 'locks', 'get').mockReturnValue(undefined as unknown as LockManager);
  await new BatchStore(name).put([leftBatch('young'), leftBatch('old', LEFT_BEHIND_MILLIS + 1_000)]);
  const { exporter, record } = openOutbox(name);
  await expect.poll(() => exporter.stats().replayed).toBe(1);
  await record('own');
  await exporter.forceFlush();
  expect(await trafficOf(name)).toEqual([
    [200, 'old'],
    [200, 'own'],
  ]);
  locks.mockRestore();
});

test('drops batches older than maxAgeMillis', async () => {
  const name = freshName();
  await new BatchStore(name).put([leftBatch('hour', 59 * 60_000), leftBatch('minute', 60_000)]);
  const { exporter, drops } = openOutbox(name, { maxAgeMillis: 58 * 60_000 });
  await expect.poll(() => exporter.stats()).toMatchObject({ sent: 1, dropped: { expired: 1 } });
  expect(await trafficOf(name)).toEqual([[200, 'minute']]);
  expect(drops).toEqual([{ reason: 'expired', spans: 1 }]);
});

test('drops adopted batches above the bounds, the oldest first', async () => {
  const name = freshName();
  await behave(name, { answers: [{ status: 503 }] });
  await new BatchStore(name).put([leftBatch('old', 2_000), leftBatch('older', 3_000), leftBatch('new')]);
  const { exporter, drops } = openOutbox(name, { ...ONE_ATTEMPT, maxStoredBatches: 1 });
  await expect.poll(() => exporter.stats()).toMatchObject({ pendingBatches: 1, dropped: { overflow: 2 } });
  expect(drops).toEqual([
    { reason: 'overflow', spans: 1 },
    { reason: 'overflow', spans: 1 },
  ]);
  await expect.poll(() => new BatchStore(name).ids()).toEqual(['gone.new']);
});

test('a batch without a body is dropped as corrupt, and the next one is sent', async () => {
  const name = freshName();
  const damaged = { ...leftBatch('a', 1_000), body: 'text' as unknown as Uint8Array<ArrayBuffer> };
  await new BatchStore(name).put([damaged, leftBatch('b')]);
  const { exporter, drops } = openOutbox(name);
  await expect.poll(() => exporter.stats()).toMatchObject({ sent: 1, pendingBatches: 0 });
  expect(drops).toEqual([{ reason: 'corrupt', spans: 1 }]);
});

test('damaged entries in localStorage are dropped as corrupt', async () => {
  const name = freshName();
  localStorage.setItem(`${name}/x`, 'nonsense');
  const { exporter, drops, record } = openOutbox(name);
  await record('a');
  await expect.poll(() => exporter.stats().sent).toBe(1);
  expect(drops).toEqual([{ reason: 'corrupt', spans: 1 }]);
});

test('a batch stored in the other format is sent in that format', async () => {
  const name = freshName();
  // ExportTraceServiceRequest { resource_spans { scope_spans { spans { name: "a" } } } }
  const body = Uint8Array.of(0x0a, 0x07, 0x12, 0x05, 0x12, 0x03, 0x2a, 0x01, 0x61);
  await new BatchStore(name).put([
    { ...leftBatch('a'), body, bytes: 9, contentType: 'application/x-protobuf' },
  ]);
  openOutbox(name);
  await expect.poll(() => trafficOf(name)).toEqual([[200, 'a']]);
});

test('a tab that starts while another one adopts keeps its batches', async () => {
  const name = freshName();
  await behave(name, { answers: [{ status: 503 }] });
  let go = () => {};
  const looking = new Promise<void>((resolve) => {
    go = resolve;
  });
  const query = navigator.locks.query.bind(navigator.locks);
  const locks = vi.spyOn(navigator.locks, 'query').mockImplementationOnce(async () => {
    const state = await query();
    await looking;
    return state;
  });
  const looker = openOutbox(name);
  await expect.poll(() => locks.mock.calls.length).toBe(1);
  const starter = openOutbox(name, ONE_ATTEMPT);
  await starter.record('a');
  go();
  await looker.exporter.forceFlush();
  expect(looker.exporter.stats().pendingBatches).toBe(0);
  expect(starter.exporter.stats().pendingBatches).toBe(1);
  locks.mockRestore();
});

test.each(['IndexedDB', 'localStorage'])(
  'a batch in %s with a time in the future gets the current time',
  async (where) => {
    const name = freshName();
    await behave(name, { answers: [{ status: 503 }] });
    const ahead = leftBatch('a', -86_400_000);
    if (where === 'IndexedDB') await new BatchStore(name).put([ahead]);
    else leaveInLocalStorage(name, ahead);
    const { exporter } = openOutbox(name, ONE_ATTEMPT);
    await expect.poll(() => exporter.stats().failedRequests).toBe(1);
    const { others } = await new BatchStore(name).adopt('', () => false);
    expect(others.map(({ time }) => time <= Date.now())).toEqual([true]);
  },
);
