import { expect, test, vi } from 'vitest';
import {
  behave,
  freshName,
  hangDatabase,
  hidePage,
  ONE_ATTEMPT,
  openOutbox,
  requestsOf,
  trafficOf,
} from '../../test/browser-outbox.ts';
import { BatchStore } from '../storage/batch-store.ts';

const leftKeys = (name: string) => Object.keys(localStorage).filter((key) => key.startsWith(`${name}/`));

const heldLocks = async (name: string) =>
  ((await navigator.locks.query()).held ?? []).filter((lock) => lock.name?.startsWith(`${name}/tab/`)).length;

function turnPage(type: 'pagehide' | 'pageshow'): void {
  window.dispatchEvent(new PageTransitionEvent(type, { persisted: true }));
}

test('when the page is hidden, the last batch is in localStorage in the same task, and sent by keepalive', async () => {
  const name = freshName();
  const send = vi.spyOn(window, 'fetch');
  const { exporter, end } = openOutbox(name);
  end('a', 'b');
  const show = hidePage();
  expect(leftKeys(name).length).toBe(1);
  expect(send.mock.calls.filter(([url]) => `${url}`.includes(`/${name}/`))).toMatchObject([
    [{}, { keepalive: true }],
  ]);
  send.mockRestore();
  await expect.poll(() => exporter.stats().sent).toBe(2);
  await expect.poll(() => leftKeys(name)).toEqual([]);
  show();
  await exporter.forceFlush();
  expect(await trafficOf(name)).toEqual([[200, 'a', 'b']]);
});

test('once IndexedDB has confirmed a batch, its copy in localStorage is removed', async () => {
  const name = freshName();
  await behave(name, { answers: [{ status: 503 }] });
  const letGo = await hangDatabase(name);
  const { exporter, end } = openOutbox(name);
  end('a');
  const show = hidePage();
  await expect.poll(() => exporter.stats().failedRequests).toBeGreaterThan(0);
  expect(leftKeys(name).length).toBe(1);
  letGo();
  await expect.poll(() => leftKeys(name)).toEqual([]);
  expect(exporter.stats()).toMatchObject({ stored: 1, pendingBatches: 1 });
  show();
});

test('splits what leaves a hidden page to fit the keepalive budget', async () => {
  const name = freshName();
  const { exporter, end } = openOutbox(name, { maxKeepaliveBytes: 5_000 });
  end(...Array.from({ length: 60 }, (_, index) => `span ${index}`));
  const show = hidePage();
  await expect.poll(() => exporter.stats().sent).toBe(60);
  show();
  const requests = await requestsOf(name);
  expect(Math.max(...requests.map(({ bytes }) => bytes))).toBeLessThanOrEqual(5_000);
  expect(new Set(requests.flatMap(({ spans }) => spans)).size).toBe(60);
});

test('a hidden page does not hurry a receiver that is down', async () => {
  const name = freshName();
  await behave(name, { answers: [{ status: 503 }] });
  const { exporter, record } = openOutbox(name, ONE_ATTEMPT);
  const show = hidePage();
  await record('a');
  await expect.poll(() => exporter.stats().failedRequests).toBe(1);
  await record('b');
  await record('c');
  await exporter.forceFlush();
  expect(exporter.stats()).toMatchObject({ requests: 1, pendingBatches: 3 });
  show();
});

test('a page with nothing pending holds no lock', async () => {
  const name = freshName();
  const { exporter, record } = openOutbox(name);
  await exporter.forceFlush();
  await expect.poll(() => heldLocks(name)).toBe(0);
  await record('a');
  await exporter.forceFlush();
  await expect.poll(() => heldLocks(name)).toBe(0);
});

test('a page on its way into the back/forward cache holds no lock, and holds one again when it comes back', async () => {
  const name = freshName();
  await behave(name, { answers: [{ status: 503 }] });
  const { exporter, record } = openOutbox(name, ONE_ATTEMPT);
  await record('a');
  await exporter.forceFlush();
  expect(await heldLocks(name)).toBe(1);
  turnPage('pagehide');
  await expect.poll(() => heldLocks(name)).toBe(0);
  await record('b');
  expect(await heldLocks(name)).toBe(0);
  turnPage('pageshow');
  await expect.poll(() => heldLocks(name)).toBe(1);
});

test('a restored page does not send what another page adopted', async () => {
  const name = freshName();
  await behave(name, { answers: [{ status: 503 }] });
  const away = openOutbox(name, ONE_ATTEMPT);
  await away.record('a');
  await away.exporter.forceFlush();
  turnPage('pagehide');
  await behave(name, {});
  const other = openOutbox(name);
  await expect.poll(() => other.exporter.stats().replayed).toBe(1);
  turnPage('pageshow');
  await away.record('b');
  window.dispatchEvent(new Event('online'));
  await expect
    .poll(() => trafficOf(name))
    .toEqual([
      [503, 'a'],
      [200, 'a'],
      [200, 'b'],
    ]);
  expect(away.exporter.stats()).toMatchObject({ sent: 1, pendingBatches: 0 });
});

test('a page restored from the back/forward cache sends what was pending when it left', async () => {
  const name = freshName();
  await behave(name, { answers: [{ status: 503 }] });
  const { exporter, record } = openOutbox(name, ONE_ATTEMPT);
  await record('a');
  await exporter.forceFlush();
  const show = hidePage();
  turnPage('pagehide');
  // Between the two, as in WebKit, it asks for its turn.
  show();
  for (let count = 0; count < 9; count += 1) await undefined;
  turnPage('pageshow');
  await expect.poll(() => exporter.stats().failedRequests).toBe(2);
  await behave(name, {});
  window.dispatchEvent(new Event('online'));
  await expect.poll(() => exporter.stats()).toMatchObject({ sent: 1, pendingBatches: 0 });
  expect((await trafficOf(name)).filter(([status]) => status === 200)).toEqual([[200, 'a']]);
});

test('a restored page does not send what another page adopted from localStorage', async () => {
  const name = freshName();
  const askToWait = { status: 503, headers: { 'retry-after': '3600' } };
  await behave(name, { answers: [askToWait] });
  const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  const away = openOutbox(name);
  await away.record('a');
  await away.exporter.forceFlush();
  turnPage('pagehide');
  full.mockRestore();
  await behave(name, {});
  const other = openOutbox(name);
  await expect.poll(() => other.exporter.stats().replayed).toBe(1);
  turnPage('pageshow');
  await away.record('b');
  expect(away.exporter.stats()).toMatchObject({ pendingSpans: 1, sent: 0 });
  expect(await trafficOf(name)).toEqual([
    [503, 'a'],
    [200, 'a'],
  ]);
});

test('shutdown() waits for responses to what was sent when the page was hidden', async () => {
  const name = freshName();
  await behave(name, { delayMillis: 200 });
  const { exporter, end } = openOutbox(name);
  end('a');
  const show = hidePage();
  await exporter.shutdown();
  show();
  expect(exporter.stats()).toMatchObject({ sent: 1, pendingSpans: 0 });
});

test('loses nothing that is stored only after the page was restored', async () => {
  const name = freshName();
  await behave(name, { answers: [{ status: 503 }] });
  const { exporter, end } = openOutbox(name, ONE_ATTEMPT);
  await exporter.forceFlush();
  let go = () => {};
  const late = new Promise<void>((resolve) => {
    go = resolve;
  });
  const putNow = BatchStore.prototype.put;
  let written = 0;
  const put = vi.spyOn(BatchStore.prototype, 'put').mockImplementation(async function (
    this: BatchStore,
    ...given
  ) {
    await putNow.apply(this, given);
    written += 1;
    await late;
  });
  end('a');
  const show = hidePage();
  turnPage('pagehide');
  await expect.poll(() => written).toBe(1);
  await expect.poll(() => trafficOf(name)).toEqual([[503, 'a']]);
  await expect.poll(() => exporter.stats().failedRequests).toBe(1);
  turnPage('pageshow');
  go();
  show();
  put.mockRestore();
  await exporter.forceFlush();
  await exporter.forceFlush();
  expect(exporter.stats()).toMatchObject({ sent: 0, pendingSpans: 1 });
  await exporter.shutdown();
  expect((await new BatchStore(name).ids()).length).toBe(1);
});
