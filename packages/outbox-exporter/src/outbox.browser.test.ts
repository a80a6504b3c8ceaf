import { expect, test, vi } from 'vitest';
import {
  behave,
  freshName,
  hangDatabase,
  hidePage,
  ONE_ATTEMPT,
  openOutbox,
  trafficOf,
} from '../test/browser-outbox.ts';
import type { OutboxExportResult, OutboxTraceExporter } from './index.ts';
import { BatchStore } from './storage/batch-store.ts';

const left = async (name: string) => (await new BatchStore(name).adopt('', () => true)).adopted.length;

function exportNothing(exporter: OutboxTraceExporter): Promise<OutboxExportResult> {
  return new Promise((resolve) => exporter.export([], resolve));
}

test('an export succeeds when the batch is stored, even if the receiver fails', async () => {
  const name = freshName();
  await behave(name, { answers: [{ status: 503 }] });
  const { record } = openOutbox(name, ONE_ATTEMPT);
  await record('a');
  expect(await left(name)).toBe(1);
});

test('keeps spans in memory where IndexedDB is forbidden', async () => {
  const name = freshName();
  const open = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('forbidden', 'SecurityError');
  });
  await behave(name, { answers: [{ status: 503 }, { status: 200 }] });
  const { exporter, drops, record } = openOutbox(name);
  await record('a');
  await expect.poll(() => exporter.stats()).toMatchObject({ stored: 0, sent: 1, pendingBatches: 0 });
  expect(exporter.stats().storageFailures).toBeGreaterThan(0);
  expect(drops).toEqual([]);
  open.mockRestore();
});

test('keeps spans in memory when IndexedDB is full', async () => {
  const name = freshName();
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  const { exporter, record } = openOutbox(name);
  await record('a');
  await expect.poll(() => exporter.stats()).toMatchObject({ stored: 0, sent: 1, storageFailures: 1 });
  put.mockRestore();
});

test('keeps spans in memory while IndexedDB does not answer', async () => {
  const name = freshName();
  const letGo = await hangDatabase(name);
  const { exporter, record } = openOutbox(name);
  await record('a');
  await expect.poll(() => trafficOf(name), { timeout: 5_000 }).toEqual([[200, 'a']]);
  expect(exporter.stats()).toMatchObject({ stored: 0, sent: 1, storageFailures: 2 });
  letGo();
  await expect.poll(() => left(name)).toBe(0);
});

test('above maxStoredBatches the oldest batch is dropped', async () => {
  const name = freshName();
  await behave(name, { answers: [{ status: 503 }] });
  const { exporter, drops, record } = openOutbox(name, { ...ONE_ATTEMPT, maxStoredBatches: 2 });
  await record('a');
  await exporter.forceFlush();
  await record('b');
  await record('c');
  expect(drops).toEqual([{ reason: 'overflow', spans: 1 }]);
  await expect.poll(() => left(name)).toBe(2);
  await behave(name, {});
  window.dispatchEvent(new Event('online'));
  await expect
    .poll(() => trafficOf(name))
    .toEqual([
      [503, 'a'],
      [200, 'b'],
      [200, 'c'],
    ]);
});

test('above maxStoredBytes the oldest batch is dropped', async () => {
  const name = freshName();
  await behave(name, { answers: [{ status: 503 }] });
  const { exporter, drops, record } = openOutbox(name, { ...ONE_ATTEMPT, maxStoredBytes: 2_000 });
  for (const span of ['a', 'b', 'c', 'd']) {
    await record(span);
    await exporter.forceFlush();
  }
  expect(exporter.stats().pendingBytes).toBeLessThanOrEqual(2_000);
  expect(exporter.stats().pendingSpans + drops.length).toBe(4);
});

test('spans are split into requests of at most maxRequestBytes', async () => {
  const name = freshName();
  const { exporter, record } = openOutbox(name, { maxRequestBytes: 1_200 });
  await record('a', 'b', 'c', 'd');
  await exporter.forceFlush();
  const traffic = await trafficOf(name);
  expect(traffic.length).toBeGreaterThan(1);
  expect(traffic.flatMap(([, ...spans]) => spans)).toEqual(['a', 'b', 'c', 'd']);
});

test('a span above maxRequestBytes is dropped as too_large', async () => {
  const name = freshName();
  const { exporter, drops, record } = openOutbox(name, { maxRequestBytes: 1_200 });
  await record('a', 'x'.repeat(2_000), 'b');
  await exporter.forceFlush();
  expect((await trafficOf(name)).flatMap(([, ...spans]) => spans)).toEqual(['a', 'b']);
  expect(drops).toMatchObject([{ reason: 'too_large', spans: 1 }]);
});

test('spans that cannot be serialized fail the export and are counted', async () => {
  const { exporter, drops } = openOutbox(freshName());
  const broken = [{}] as Parameters<OutboxTraceExporter['export']>[0];
  const result = await new Promise<OutboxExportResult>((resolve) => exporter.export(broken, resolve));
  expect(result).toMatchObject({ code: 1, error: expect.any(Error) });
  expect(drops).toMatchObject([{ reason: 'unserializable', spans: 1 }]);
});

test('shutdown() stores and sends, then fails exports and holds no lock', async () => {
  const name = freshName();
  const { exporter, record } = openOutbox(name);
  await record('a');
  await exporter.shutdown();
  expect(exporter.stats()).toMatchObject({ sent: 1, pendingBatches: 0 });
  const result = await exportNothing(exporter);
  expect(result.error?.message).toBe('OutboxTraceExporter: stopped.');
  const heldLocks = async () => ((await navigator.locks.query()).held ?? []).map((lock) => lock.name);
  await expect.poll(heldLocks).not.toContainEqual(expect.stringContaining(`${name}/`));
});

test('shutdown() writes what IndexedDB does not have to localStorage', async () => {
  const name = freshName();
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  await behave(name, { answers: [{ status: 503 }, { status: 200 }] });
  const { exporter, drops, record } = openOutbox(name, ONE_ATTEMPT);
  await record('a');
  await exporter.shutdown();
  put.mockRestore();
  expect(drops).toEqual([]);
  openOutbox(name);
  await expect
    .poll(() => trafficOf(name))
    .toEqual([
      [503, 'a'],
      [200, 'a'],
    ]);
});

test('clear() empties both storages, stops, and counts', async () => {
  const name = freshName();
  await behave(name, { answers: [{ status: 503 }] });
  const other = openOutbox(name, ONE_ATTEMPT);
  await other.record('other tab');
  await other.exporter.forceFlush();
  const { exporter, drops, end, record } = openOutbox(name, ONE_ATTEMPT);
  await record('a');
  await exporter.forceFlush();
  end('b');
  const show = hidePage();
  // As of a tab that is still alive, or of a page that left just now.
  localStorage.setItem(`${name}/left`, 'spans');
  await exporter.clear();
  expect(Object.keys(localStorage).filter((key) => key.startsWith(`${name}/`))).toEqual([]);
  show();
  expect(await left(name)).toBe(0);
  expect(drops.filter(({ reason }) => reason === 'cleared')).toEqual([
    { reason: 'cleared', spans: 1 },
    { reason: 'cleared', spans: 1 },
  ]);
  expect(await exportNothing(exporter)).toMatchObject({ code: 1 });
  await behave(name, {});
  window.dispatchEvent(new Event('online'));
  await exporter.forceFlush();
  await other.exporter.forceFlush();
  expect((await trafficOf(name)).filter(([status]) => status === 200)).toEqual([]);
});

test('clear() rejects when IndexedDB fails, and sends nothing all the same', async () => {
  const name = freshName();
  await behave(name, { answers: [{ status: 503 }] });
  const { exporter, record } = openOutbox(name, ONE_ATTEMPT);
  await record('a');
  await exporter.forceFlush();
  const clear = vi.spyOn(IDBObjectStore.prototype, 'clear').mockImplementation(() => {
    throw new DOMException('broken', 'UnknownError');
  });
  await expect(exporter.clear()).rejects.toThrow(
    'OutboxTraceExporter: UnknownError: broken: call clear() again',
  );
  clear.mockRestore();
  await exporter.clear();
  expect(await left(name)).toBe(0);
});

test('no timer runs while nothing is pending', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
  const { exporter, record } = openOutbox(freshName());
  await record('a');
  await exporter.forceFlush();
  expect(exporter.stats().sent).toBe(1);
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

test('calls onStats with the current figures', async () => {
  const onStats = vi.fn();
  const { exporter, record } = openOutbox(freshName(), { onStats });
  await record('a');
  await exporter.forceFlush();
  expect(onStats).toHaveBeenLastCalledWith(exporter.stats());
});

test('headers are never stored', async () => {
  const name = freshName();
  await behave(name, { answers: [{ status: 503 }] });
  const { record, end } = openOutbox(name, { ...ONE_ATTEMPT, headers: { authorization: 'Bearer secret' } });
  await record('a');
  end('b');
  const show = hidePage();
  const values = Object.keys(localStorage).map((key) => localStorage.getItem(key));
  expect(values.some((value) => value?.includes('secret'))).toBe(false);
  const { adopted } = await new BatchStore(name).adopt('', () => true);
  expect(JSON.stringify(adopted)).not.toContain('secret');
  show();
});
