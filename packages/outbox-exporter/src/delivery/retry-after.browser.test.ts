import { expect, test } from 'vitest';
import { behave, freshName, hidePage, openOutbox, requestsOf, trafficOf } from '../../test/browser-outbox.ts';

test('neither new spans nor the online event shorten a Retry-After', async () => {
  const name = freshName();
  await behave(name, { answers: [{ status: 429, headers: { 'retry-after': '1' } }, { status: 200 }] });
  const { exporter, record } = openOutbox(name);
  await record('a');
  await exporter.forceFlush();
  await record('b');
  window.dispatchEvent(new Event('online'));
  await expect
    .poll(() => trafficOf(name), { timeout: 5_000 })
    .toEqual([
      [429, 'a'],
      [200, 'a'],
      [200, 'b'],
    ]);
  const [first, second] = await requestsOf(name);
  expect((second?.atMillis ?? 0) - (first?.atMillis ?? 0)).toBeGreaterThanOrEqual(1_000);
});

test('a Retry-After received at page exit also holds a batch that waits for its turn', async () => {
  const name = freshName();
  await behave(name, { answers: [{ status: 429, headers: { 'retry-after': '1' } }, { status: 200 }] });
  const { exporter, record } = openOutbox(name);
  await exporter.forceFlush();
  let go = () => {};
  const otherTab = new Promise<void>((resolve) => {
    go = resolve;
  });
  navigator.locks.request(`${name}/turn`, () => otherTab);
  await record('a');
  const waiting = async () => ((await navigator.locks.query()).pending ?? []).map((lock) => lock.name);
  await expect.poll(waiting).toContain(`${name}/turn`);
  const show = hidePage();
  await expect.poll(() => exporter.stats().failedRequests).toBe(1);
  go();
  await expect.poll(() => exporter.stats().sent).toBe(1);
  show();
  const [first, second] = await requestsOf(name);
  expect((second?.atMillis ?? 0) - (first?.atMillis ?? 0)).toBeGreaterThanOrEqual(1_000);
});

test('a success at page exit does not shorten a Retry-After', async () => {
  const name = freshName();
  const askToWait = { status: 429, headers: { 'retry-after': '1' } };
  await behave(name, { answers: [askToWait, { status: 200 }] });
  const { exporter, end } = openOutbox(name, { maxRequestBytes: 900 });
  end('a', 'b');
  const show = hidePage();
  await expect.poll(() => exporter.stats().sent).toBe(2);
  show();
  const [first, , third] = await requestsOf(name);
  expect((third?.atMillis ?? 0) - (first?.atMillis ?? 0)).toBeGreaterThanOrEqual(1_000);
});

test('a failure at page exit does not shorten a Retry-After', async () => {
  const name = freshName();
  const askToWait = { status: 429, headers: { 'retry-after': '1' } };
  await behave(name, { answers: [askToWait, { status: 503 }, { status: 200 }] });
  const { exporter, end } = openOutbox(name, { maxRequestBytes: 900 });
  end('a', 'b');
  const show = hidePage();
  await expect.poll(() => exporter.stats().failedRequests).toBe(2);
  show();
  await expect.poll(() => exporter.stats().sent).toBe(2);
  const [first, , third] = await requestsOf(name);
  expect((third?.atMillis ?? 0) - (first?.atMillis ?? 0)).toBeGreaterThanOrEqual(1_000);
});
