import { afterEach, expect, test, vi } from 'vitest';
import { behave, freshName, ONE_ATTEMPT, openOutbox, requestsOf } from '../../test/browser-outbox.ts';
import type { OutboxExportResult, OutboxTraceExporter } from '../index.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

type Spans = Parameters<OutboxTraceExporter['export']>[0];

/** Calls `export` for many batches in one task, as a burst of events with a flush for each activity does. */
async function exportAtOnce(exporter: OutboxTraceExporter, batches: Spans[]): Promise<OutboxExportResult[]> {
  return Promise.all(
    batches.map((spans) => new Promise<OutboxExportResult>((resolve) => exporter.export(spans, resolve))),
  );
}

/** Batches of finished spans of the SDK under test, as its processor hands them over. */
async function finishedBatches(count: number, spansPerBatch: number): Promise<Spans[]> {
  const { exporter, record } = openOutbox(freshName());
  const batches: Spans[] = [];
  vi.spyOn(exporter, 'export').mockImplementation((spans, callback) => {
    batches.push(spans);
    callback({ code: 0 });
  });
  for (let batch = 0; batch < count; batch += 1) {
    await record(...Array.from({ length: spansPerBatch }, (_, index) => `span ${batch}/${index}`));
  }
  await exporter.shutdown();
  return batches;
}

test('a burst of 20,000 spans, above the bound, reaches a receiver that answers', async () => {
  const batches = await finishedBatches(40, 500);
  const name = freshName();
  const { exporter, drops } = openOutbox(name, { maxStoredBytes: 2 * 1024 * 1024 });
  const results = await exportAtOnce(exporter, batches);
  expect(results.every(({ code }) => code === 0)).toBe(true);
  await expect.poll(() => exporter.stats().pendingBatches, { timeout: 20_000 }).toBe(0);
  expect(drops).toEqual([]);
  expect(exporter.stats()).toMatchObject({ stored: 20_000, sent: 20_000, dropped: {} });
  const spans = (await requestsOf(name)).flatMap((request) => request.spans);
  expect(new Set(spans).size).toBe(20_000);
}, 60_000);

test('above the bound the callback waits until the receiver has taken enough', async () => {
  const batches = await finishedBatches(4, 10);
  const name = freshName();
  let answer = () => {};
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const { exporter } = openOutbox(name, {
    maxStoredBatches: 2,
    headers: async () => {
      await answered;
      return {};
    },
  });
  const results: number[] = [];
  for (const [index, spans] of batches.entries()) exporter.export(spans, () => results.push(index));
  await expect.poll(() => exporter.stats().stored).toBe(40);
  // What is stored is above the bound of two batches, so nobody is called back yet.
  expect(results).toEqual([]);
  answer();
  await expect.poll(() => results.sort()).toEqual([0, 1, 2, 3]);
  expect(exporter.stats().dropped).toEqual({});
});

test('a burst that a receiver does not answer keeps the newest up to the bound, and calls back', async () => {
  const batches = await finishedBatches(6, 10);
  const name = freshName();
  await behave(name, { answers: [{ status: 503 }] });
  const { exporter, drops } = openOutbox(name, { ...ONE_ATTEMPT, maxStoredBatches: 2 });
  const results = await exportAtOnce(exporter, batches);
  expect(results.every(({ code }) => code === 0)).toBe(true);
  expect(exporter.stats()).toMatchObject({ pendingBatches: 2, dropped: { overflow: 40 } });
  expect(drops.length).toBe(4);
});

test('a burst has an upper bound, too', async () => {
  const batches = await finishedBatches(10, 10);
  const { exporter } = openOutbox(freshName(), {
    maxStoredBatches: 1,
    headers: () => new Promise(() => {}),
  });
  for (const spans of batches) exporter.export(spans, () => {});
  await expect.poll(() => exporter.stats()).toMatchObject({ pendingBatches: 8, dropped: { overflow: 20 } });
  await exporter.clear();
});

test('batches that the receiver cannot take do not fill the outbox for good', async () => {
  const name = freshName();
  await behave(name, { failSpan: { name: 'bad', status: 500 } });
  const { exporter, record } = openOutbox(name, { maxStoredBatches: 3 });
  for (let count = 0; count < 4; count += 1) await record('bad');
  for (let count = 1; count <= 5; count += 1) {
    await record('good');
    await expect.poll(() => exporter.stats().sent).toBe(count);
  }
  expect(exporter.stats().pendingBatches).toBeLessThanOrEqual(3);
});

test('shutdown() calls back exports that wait for room', async () => {
  const batches = await finishedBatches(3, 10);
  const { exporter } = openOutbox(freshName(), {
    maxStoredBatches: 1,
    timeoutMillis: 100,
    headers: () => new Promise(() => {}),
  });
  const results = exportAtOnce(exporter, batches);
  await exporter.shutdown();
  expect((await results).map(({ code }) => code)).toEqual([0, 0, 0]);
});
