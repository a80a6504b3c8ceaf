import { openDB } from 'idb';
import { expect, test } from 'vitest';
import {
  behave,
  freshName,
  ONE_ATTEMPT,
  openOutbox,
  requestsOf,
  trafficOf,
} from '../../test/browser-outbox.ts';

test('spans arrive once and nothing stays behind', async () => {
  const name = freshName();
  const { exporter, record } = openOutbox(name);
  await record('a', 'b');
  await exporter.forceFlush();
  expect(await trafficOf(name)).toEqual([[200, 'a', 'b']]);
  expect(exporter.stats()).toMatchObject({
    stored: 2,
    sent: 2,
    pendingBatches: 0,
    pendingBytes: 0,
    dropped: {},
  });
});

test.each([429, 500, 502, 503, 504])('after %i the batch is sent again', async (status) => {
  const name = freshName();
  await behave(name, { answers: [{ status }, { status: 200 }] });
  const { exporter, record } = openOutbox(name);
  await record('a');
  await expect
    .poll(() => trafficOf(name))
    .toEqual([
      [status, 'a'],
      [200, 'a'],
    ]);
  await expect.poll(() => exporter.stats()).toMatchObject({ sent: 1, requests: 2, failedRequests: 1 });
});

test('after 408 the batch is retried, by the outbox or by the browser itself', async () => {
  const name = freshName();
  await behave(name, { answers: [{ status: 408 }, { status: 200 }] });
  const { exporter, record } = openOutbox(name);
  await record('a');
  await expect.poll(() => exporter.stats()).toMatchObject({ sent: 1 });
  expect(await trafficOf(name)).toEqual([
    [408, 'a'],
    [200, 'a'],
  ]);
});

test('sends pending batches oldest first when the network is back', async () => {
  const name = freshName();
  await behave(name, { answers: [{ status: 503 }] });
  const { exporter, record } = openOutbox(name, ONE_ATTEMPT);
  await record('a');
  await exporter.forceFlush();
  await record('b');
  await record('c');
  await behave(name, {});
  window.dispatchEvent(new Event('online'));
  await expect
    .poll(() => trafficOf(name))
    .toEqual([
      [503, 'a'],
      [200, 'a'],
      [200, 'b'],
      [200, 'c'],
    ]);
});

test('after 500 the other batches are sent first', async () => {
  const name = freshName();
  await behave(name, { answers: [{ status: 500 }, { status: 200 }] });
  const { record } = openOutbox(name, { initialBackoffMillis: 300, maxBackoffMillis: 300 });
  await Promise.all([record('a'), record('b')]);
  await expect
    .poll(() => trafficOf(name), { timeout: 5_000 })
    .toEqual([
      [500, 'a'],
      [200, 'b'],
      [200, 'a'],
    ]);
});

test('spans that the receiver rejected are counted and not sent again', async () => {
  const name = freshName();
  const body = '{"partialSuccess":{"rejectedSpans":"1","errorMessage":"too old"}}';
  await behave(name, { answers: [{ status: 200, body }] });
  const { exporter, drops, record } = openOutbox(name);
  await record('a', 'b', 'c');
  await exporter.forceFlush();
  expect(drops).toEqual([{ reason: 'rejected', spans: 1, detail: 'too old' }]);
  expect(exporter.stats()).toMatchObject({
    sent: 2,
    requests: 1,
    pendingBatches: 0,
    dropped: { rejected: 1 },
  });
});

test('an impossible number of rejected spans is limited to what was sent', async () => {
  const name = freshName();
  const answers = ['5', '-5'].map((spans) => ({
    status: 200,
    body: `{"partialSuccess":{"rejectedSpans":"${spans}"}}`,
  }));
  await behave(name, { answers });
  const { exporter, drops, record } = openOutbox(name);
  await record('a', 'b');
  await exporter.forceFlush();
  expect(drops).toEqual([{ reason: 'rejected', spans: 2 }]);
  expect(exporter.stats()).toMatchObject({ sent: 0, dropped: { rejected: 2 } });
  await record('c');
  await exporter.forceFlush();
  expect(exporter.stats()).toMatchObject({ sent: 1, dropped: { rejected: 2 } });
});

test.each([404, 405, 415])('%i keeps the batch, and is asked ten times as slowly', async (status) => {
  const name = freshName();
  await behave(name, { answers: [{ status }, { status: 200 }] });
  const { exporter, record } = openOutbox(name, { initialBackoffMillis: 50 });
  await record('a');
  await expect.poll(() => exporter.stats().sent, { timeout: 5_000 }).toBe(1);
  const [first, second] = await requestsOf(name);
  expect((second?.atMillis ?? 0) - (first?.atMillis ?? 0)).toBeGreaterThanOrEqual(250);
});

test.each([301, 302, 303, 307, 308])('%i loses nothing, wherever it points to', async (status) => {
  const name = freshName();
  // Takes any GET with 200 and JSON.
  await behave(name, { answers: [{ status, headers: { location: `/${name}/requests` } }] });
  const { exporter, record } = openOutbox(name, ONE_ATTEMPT);
  await record('a');
  await exporter.forceFlush();
  expect(exporter.stats()).toMatchObject({ sent: 0, failedRequests: 1, pendingSpans: 1 });
});

test('HTML with status 200, as from a captive portal, is not an acknowledgement', async () => {
  const name = freshName();
  const portal = {
    status: 200,
    body: '<html>Sign in to the Wi-Fi</html>',
    headers: { 'content-type': 'text/html' },
  };
  await behave(name, { answers: [portal, { status: 200 }] });
  const { exporter, record } = openOutbox(name);
  await record('a');
  await expect.poll(() => exporter.stats()).toMatchObject({ requests: 2, failedRequests: 1, sent: 1 });
});

test('a CORS error loses nothing', async () => {
  const name = freshName();
  await behave(name, { withoutCors: true });
  const { exporter, record } = openOutbox(name);
  await record('a');
  await expect.poll(() => exporter.stats().failedRequests).toBeGreaterThan(2);
  expect(exporter.stats()).toMatchObject({ sent: 0, pendingSpans: 1, dropped: {} });
  await behave(name, {});
  await expect.poll(() => trafficOf(name)).toEqual([[200, 'a']]);
});

test('a request without a response times out and is retried', async () => {
  const name = freshName();
  await behave(name, { delayMillis: 60_000 });
  const { exporter, record } = openOutbox(name, { timeoutMillis: 100 });
  await record('a');
  await expect.poll(() => exporter.stats().failedRequests).toBeGreaterThan(0);
  await behave(name, {});
  await expect.poll(() => exporter.stats().sent).toBe(1);
});

test('an instrumented fetch does not see the exports', async () => {
  const name = freshName();
  const original = window.fetch;
  const instrumented = Object.assign(() => Promise.reject(new Error('seen')), { __original: original });
  window.fetch = instrumented as typeof fetch;
  const { exporter, record } = openOutbox(name);
  await record('a');
  await exporter.forceFlush();
  window.fetch = original;
  expect(await trafficOf(name)).toEqual([[200, 'a']]);
});

test('a batch whose content type the receiver rejects does not hold up the others', async () => {
  const name = freshName();
  await behave(name, { answers: [{ status: 415 }, { status: 200 }] });
  const { record } = openOutbox(name);
  await Promise.all([record('a'), record('b')]);
  await expect
    .poll(() => trafficOf(name))
    .toEqual([
      [415, 'a'],
      [200, 'b'],
      [200, 'a'],
    ]);
});

test('a batch that another tab adopted during the back-off is not sent by this tab', async () => {
  const name = freshName();
  await behave(name, { answers: [{ status: 503 }, { status: 200 }] });
  const { exporter, record } = openOutbox(name, ONE_ATTEMPT);
  await record('a');
  await expect.poll(() => exporter.stats().failedRequests).toBe(1);
  // Alive, as other tabs see it.
  navigator.locks.request(`${name}/tab/other`, () => new Promise(() => {}));
  const database = await openDB(name);
  const [batch] = await database.getAll('batches');
  await database.put('batches', { ...batch, owner: 'other' });
  database.close();
  window.dispatchEvent(new Event('online'));
  await expect.poll(() => exporter.stats().pendingBatches).toBe(0);
  expect(await trafficOf(name)).toEqual([[503, 'a']]);
});
