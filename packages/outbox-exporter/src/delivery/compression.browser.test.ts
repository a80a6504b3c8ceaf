import { expect, test } from 'vitest';
import { behave, freshName, openOutbox, requestsOf } from '../../test/browser-outbox.ts';

async function encodings(name: string) {
  return (await requestsOf(name)).map(({ status, headers, spans }) => [
    status,
    headers['content-encoding'] ?? 'plain',
    ...spans,
  ]);
}

test('bodies are compressed where the receiver takes it', async () => {
  const name = freshName();
  const { exporter, record } = openOutbox(name, { compression: 'gzip' });
  await record('a');
  await exporter.forceFlush();
  await record('b');
  await exporter.forceFlush();
  expect(await encodings(name)).toEqual([
    [200, 'gzip', 'a'],
    [200, 'gzip', 'b'],
  ]);
});

test.each([400, 415])(
  'a receiver that answers %i to gzip gets the same batch plain, and only plain later',
  async (status) => {
    const name = freshName();
    await behave(name, { gzipStatus: status });
    const first = openOutbox(name, { compression: 'gzip' });
    await first.record('a');
    await first.exporter.forceFlush();
    await first.record('b');
    await first.exporter.shutdown();
    const nextPage = openOutbox(name, { compression: 'gzip' });
    await nextPage.record('c');
    await nextPage.exporter.forceFlush();
    expect(await encodings(name)).toEqual([
      [status, 'gzip', 'a'],
      [200, 'plain', 'a'],
      [200, 'plain', 'b'],
      [200, 'plain', 'c'],
    ]);
    expect(first.drops).toEqual([]);
  },
);

test('a preflight that does not allow Content-Encoding loses no span, and turns gzip off after two failures', async () => {
  const name = freshName();
  await behave(name, { corsHeaders: ['content-type'] });
  const { exporter, drops, record } = openOutbox(name, { compression: 'gzip' });
  for (const span of ['a', 'b', 'c']) {
    await record(span);
    await exporter.forceFlush();
  }
  expect(await encodings(name)).toEqual([
    [200, 'plain', 'a'],
    [200, 'plain', 'b'],
    [200, 'plain', 'c'],
  ]);
  expect(exporter.stats()).toMatchObject({ sent: 3, requests: 5, failedRequests: 2 });
  expect(drops).toEqual([]);
});

test('an outage does not turn gzip off', async () => {
  const name = freshName();
  await behave(name, { withoutCors: true });
  const { exporter, record } = openOutbox(name, { compression: 'gzip' });
  await record('a');
  await expect.poll(() => exporter.stats().failedRequests).toBeGreaterThan(2);
  await behave(name, {});
  // In either encoding: the network may come back between the two attempts.
  await expect.poll(() => exporter.stats().sent).toBe(1);
  await record('b');
  await exporter.forceFlush();
  expect((await encodings(name)).at(-1)).toEqual([200, 'gzip', 'b']);
});

test('a bad batch does not turn gzip off', async () => {
  const name = freshName();
  await behave(name, { rejectSpan: 'a' });
  const { exporter, record } = openOutbox(name, { compression: 'gzip' });
  await record('a');
  await exporter.forceFlush();
  await record('b');
  await exporter.forceFlush();
  expect(await encodings(name)).toEqual([
    [400, 'gzip', 'a'],
    [400, 'plain', 'a'],
    [200, 'gzip', 'b'],
  ]);
});

test('another URL gets compressed bodies again', async () => {
  const name = freshName();
  const other = `${name}-other`;
  await behave(name, { gzipStatus: 415 });
  const first = openOutbox(name, { compression: 'gzip' });
  await first.record('a');
  await first.exporter.shutdown();
  const moved = openOutbox(other, { compression: 'gzip', name });
  await moved.record('b');
  await moved.exporter.forceFlush();
  expect(await encodings(other)).toEqual([[200, 'gzip', 'b']]);
});
