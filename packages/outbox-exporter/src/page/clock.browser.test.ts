import { openDB } from 'idb';
import { afterEach, expect, test, vi } from 'vitest';
import { behave, freshName, hidePage, ONE_ATTEMPT, openOutbox } from '../../test/browser-outbox.ts';
import { leftKeys } from '../../test/left-batch.ts';

const DAY = 24 * 3_600_000;
const HOUR = 3_600_000;

afterEach(() => {
  vi.restoreAllMocks();
});

function setClock(forwardMillis: number): void {
  const now = Date.now.bind(Date);
  vi.spyOn(Date, 'now').mockImplementation(() => now() + forwardMillis);
}

test.each([25 * HOUR, 400 * DAY, -25 * HOUR])('setting the clock by %i ms drops nothing', async (millis) => {
  const name = freshName();
  await behave(name, { answers: [{ status: 503 }] });
  const { exporter, drops, record } = openOutbox(name, ONE_ATTEMPT);
  await record('a');
  await exporter.forceFlush();
  setClock(millis);
  await record('b');
  await behave(name, {});
  window.dispatchEvent(new Event('online'));
  await expect.poll(() => exporter.stats()).toMatchObject({ sent: 2, pendingBatches: 0 });
  expect(drops).toEqual([]);
});

test('the next page does not drop what a page kept while the clock was set forward', async () => {
  const name = freshName();
  await behave(name, { answers: [{ status: 503 }] });
  const first = openOutbox(name, ONE_ATTEMPT);
  await first.record('a');
  await first.exporter.forceFlush();
  setClock(25 * HOUR);
  await first.exporter.shutdown();
  const database = await openDB(name);
  await expect
    .poll(async () => (await database.getAll('batches')).map(({ time }) => Date.now() - time < HOUR))
    .toEqual([true]);
  database.close();
  await behave(name, {});
  const next = openOutbox(name);
  await expect.poll(() => next.exporter.stats()).toMatchObject({ sent: 1, dropped: {} });
});

test('a batch in localStorage follows the clock, too', async () => {
  const name = freshName();
  await behave(name, { answers: [{ status: 503 }] });
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  const { exporter, record } = openOutbox(name, ONE_ATTEMPT);
  await record('a');
  await exporter.forceFlush();
  hidePage()();
  setClock(25 * HOUR);
  hidePage()();
  const [key = ''] = leftKeys(name);
  const [record_ = ''] = localStorage.getItem(key)?.split('\n') ?? [];
  expect(Date.now() - JSON.parse(record_).time).toBeLessThan(HOUR);
});

test('a batch still expires by the time that passes', async () => {
  const name = freshName();
  await behave(name, { answers: [{ status: 503 }] });
  const { drops, record } = openOutbox(name, { maxAgeMillis: 300 });
  await record('a');
  await expect.poll(() => drops).toEqual([{ reason: 'expired', spans: 1 }]);
});

test('a page whose Date.now() gives a Date loses nothing', async () => {
  const name = freshName();
  await behave(name, { answers: [{ status: 503 }] });
  const now = Date.now.bind(Date);
  // As datejs does.
  vi.spyOn(Date, 'now').mockImplementation(() => new Date(now()) as unknown as number);
  const first = openOutbox(name, ONE_ATTEMPT);
  await first.record('a');
  await first.exporter.shutdown();
  await behave(name, {});
  const next = openOutbox(name);
  await expect.poll(() => next.exporter.stats()).toMatchObject({ replayed: 1, dropped: {} });
});
