import { expect, test, vi } from 'vitest';
import { behave, freshName, ONE_ATTEMPT, openOutbox, trafficOf } from '../../test/browser-outbox.ts';
import { leftBatch } from '../../test/left-batch.ts';
import { DISCONNECT, HANG } from '../../test/receiver-failures.ts';
import type { FailureKind } from '../index.ts';
import { BatchStore } from '../storage/batch-store.ts';

const FAILURES: [status: number, kind: FailureKind][] = [
  [401, '401'],
  [403, '403'],
  [404, '404'],
  [408, '408'],
  [415, '415'],
  [429, '429'],
  [500, '500'],
  [502, '502'],
  [503, '503'],
  [504, '504'],
  [599, '599'],
  [HANG, 'timeout'],
  [DISCONNECT, 'network'],
];

test.each(FAILURES)(
  'a batch on which the receiver fails (%i) does not hold up the others',
  async (status, kind) => {
    const name = freshName();
    await behave(name, { failSpan: { name: 'bad', status } });
    const { exporter, drops, record } = openOutbox(name, { timeoutMillis: 500 });
    await Promise.all(['bad', 'b', 'c', 'd', 'e', 'f'].map((span) => record(span)));
    await expect.poll(() => exporter.stats().sent, { timeout: 10_000 }).toBe(5);
    expect(exporter.stats()).toMatchObject({ pendingBatches: 1, dropped: {} });
    expect(exporter.stats().failures[kind]).toBeGreaterThan(0);
    expect(drops).toEqual([]);
    // The receiver takes it at last.
    await behave(name, {});
    await expect.poll(() => exporter.stats().sent, { timeout: 10_000 }).toBe(6);
  },
);

test('two batches on which the receiver fails do not hold up the others, nor those that come later', async () => {
  const name = freshName();
  await behave(name, { failSpan: { name: 'bad', status: 502 } });
  const { exporter, record } = openOutbox(name);
  await Promise.all(['bad', 'bad', 'c', 'd'].map((span) => record(span)));
  await expect.poll(() => exporter.stats().sent).toBe(2);
  await record('e');
  await record('f');
  await expect.poll(() => exporter.stats()).toMatchObject({ sent: 4, pendingBatches: 2, dropped: {} });
});

test('a batch that keeps failing waits longer and longer while the others are sent', async () => {
  const name = freshName();
  await behave(name, { failSpan: { name: 'bad', status: 504 } });
  const { exporter, record } = openOutbox(name, { initialBackoffMillis: 50, maxBackoffMillis: 3_600_000 });
  await record('bad');
  for (let count = 0; count < 40; count += 1) {
    await record('good');
    await expect.poll(() => exporter.stats().sent).toBe(count + 1);
  }
  const traffic = await trafficOf(name);
  expect(traffic.filter(([, span]) => span === 'bad').length).toBeLessThan(12);
});

test('a batch of many bad spans does not hold up the others while it is halved', async () => {
  const name = freshName();
  await behave(name, { rejectSpan: 'bad' });
  const { exporter, record } = openOutbox(name, ONE_ATTEMPT);
  await Promise.all([record(...Array.from({ length: 64 }, () => 'bad')), record('a'), record('b')]);
  await expect.poll(() => exporter.stats().sent).toBe(2);
  await record('c');
  await expect.poll(() => exporter.stats().sent).toBe(3);
});

test('a rejecting headers() is counted, and nothing is lost', async () => {
  const name = freshName();
  const headers = vi.fn(async (): Promise<Record<string, string>> => {
    throw new Error('signed out');
  });
  const { exporter, drops, record } = openOutbox(name, { headers });
  await record('a');
  await record('b');
  await expect.poll(() => exporter.stats().failures.headers).toBeGreaterThan(1);
  expect(exporter.stats()).toMatchObject({ requests: 0, failedRequests: 0, pendingBatches: 2 });
  headers.mockResolvedValue({});
  await expect.poll(() => exporter.stats().sent).toBe(2);
  expect(drops).toEqual([]);
});

test('a header value with a line feed is counted, and nothing is lost', async () => {
  const { exporter, drops, record } = openOutbox(freshName(), { headers: { authorization: 'Bearer a\nb' } });
  await record('a');
  await expect.poll(() => exporter.stats().failures.headers).toBeGreaterThan(0);
  expect(exporter.stats()).toMatchObject({ requests: 0, pendingBatches: 1, dropped: {} });
  expect(drops).toEqual([]);
});

test('a body that IndexedDB cannot read does not hold up the others', async () => {
  const name = freshName();
  await new BatchStore(name).put([leftBatch('unreadable', 1_000), leftBatch('b'), leftBatch('c')]);
  const readNow = BatchStore.prototype.read;
  const read = vi.spyOn(BatchStore.prototype, 'read').mockImplementation(async function (
    this: BatchStore,
    record,
  ) {
    // As Chromium does for a large value whose file is gone.
    if (record.id === 'gone.unreadable')
      throw new DOMException('Failed to read large IndexedDB value', 'DataError');
    return readNow.call(this, record);
  });
  const { exporter } = openOutbox(name);
  await expect.poll(() => exporter.stats()).toMatchObject({ sent: 2, pendingBatches: 1 });
  expect(exporter.stats().storageFailures).toBeGreaterThan(0);
  read.mockRestore();
});

test("a page's own fetch that never settles does not hold up the others", async () => {
  const name = freshName();
  const fetchNow = window.fetch;
  let calls = 0;
  vi.spyOn(window, 'fetch').mockImplementation((...given) => {
    // Exporters of earlier tests still retry.
    if (!`${given[0]}`.includes(`/${name}/`)) return fetchNow(...given);
    calls += 1;
    // The signal is ignored.
    return calls === 1 ? new Promise(() => {}) : fetchNow(...given);
  });
  const { exporter, record } = openOutbox(name, { timeoutMillis: 500 });
  await Promise.all([record('a'), record('b')]);
  await expect.poll(() => exporter.stats().sent).toBe(2);
  expect(exporter.stats().failures.timeout).toBeGreaterThan(0);
  vi.restoreAllMocks();
});

test('after an outage every batch is sent without waiting for a back-off of its own', async () => {
  const name = freshName();
  await behave(name, { answers: [{ status: 503 }] });
  const { exporter, record } = openOutbox(name, { initialBackoffMillis: 10, maxBackoffMillis: 20 });
  await Promise.all(['a', 'b', 'c', 'd', 'e', 'f'].map((span) => record(span)));
  await expect.poll(() => exporter.stats().failedRequests).toBeGreaterThan(20);
  await behave(name, {});
  await exporter.forceFlush();
  await expect.poll(() => exporter.stats()).toMatchObject({ sent: 6, pendingBatches: 0 });
});
