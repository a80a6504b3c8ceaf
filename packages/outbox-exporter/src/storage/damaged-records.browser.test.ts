import { openDB } from 'idb';
import { expect, test } from 'vitest';
import { freshName, openOutbox, trafficOf } from '../../test/browser-outbox.ts';
import { leftBatch } from '../../test/left-batch.ts';
import { BatchStore } from './batch-store.ts';

const DAMAGE: [what: string, change: Record<string, unknown>][] = [
  ['a content type with a line feed', { contentType: 'application/json\nx' }],
  ['an empty content type', { contentType: '' }],
  ['an unknown content type', { contentType: 'text/html' }],
  ['fewer than no spans', { spans: -5 }],
  ['no spans', { spans: 0 }],
  ['half a span', { spans: 0.5 }],
  ['more spans than bytes', { spans: 1e9 }],
  ['fewer than no bytes', { bytes: -1e12 }],
  ['more bytes than the body has', { bytes: 1e12 }],
  ['fewer bytes than the body has', { bytes: 3 }],
  ['an infinite number of bytes', { bytes: Number.POSITIVE_INFINITY }],
  ['text for a number', { spans: '1' }],
  ['a time before 1970', { time: -1e15 }],
  ['a time that is no number', { time: Number.NaN }],
  ['an owner that is no text', { owner: 7 }],
];

test.each(DAMAGE)(
  'a record in IndexedDB with %s is dropped as corrupt, and the next one is sent',
  async (_, change) => {
    const name = freshName();
    await new BatchStore(name).put([leftBatch('bad', 1_000), leftBatch('good')]);
    const database = await openDB(name);
    await database.put('batches', { ...(await database.get('batches', 'gone.bad')), ...change });
    const { exporter, drops } = openOutbox(name);
    await expect.poll(() => exporter.stats().sent).toBe(1);
    expect(exporter.stats()).toMatchObject({
      sent: 1,
      pendingSpans: 0,
      pendingBatches: 0,
      pendingBytes: 0,
      dropped: { corrupt: 1 },
      storageFailures: 0,
    });
    expect(drops).toEqual([{ reason: 'corrupt', spans: 1 }]);
    expect(await trafficOf(name)).toEqual([[200, 'good']]);
    await exporter.forceFlush();
    expect(await database.getAllKeys('batches')).toEqual([]);
    expect(await database.getAllKeys('bodies')).toEqual([]);
    database.close();
  },
);

test.each(DAMAGE)('a record in localStorage with %s is dropped as corrupt', async (_, change) => {
  const name = freshName();
  const { body, ...record } = leftBatch('bad');
  const damaged = JSON.stringify({ ...record, ...change });
  localStorage.setItem(`${name}/${record.id}`, `${damaged}\n${String.fromCharCode(...body)}`);
  const { exporter, drops, record: recordSpans } = openOutbox(name);
  await recordSpans('own');
  await expect.poll(() => exporter.stats().sent).toBe(1);
  expect(drops).toEqual([{ reason: 'corrupt', spans: 1 }]);
  expect(Object.keys(localStorage).filter((key) => key.startsWith(`${name}/`))).toEqual([]);
});

test('a record in localStorage under the key of another is dropped as corrupt', async () => {
  const name = freshName();
  const { body, ...record } = leftBatch('bad');
  localStorage.setItem(`${name}/other`, `${JSON.stringify(record)}\n${String.fromCharCode(...body)}`);
  const { drops } = openOutbox(name);
  await expect.poll(() => drops).toEqual([{ reason: 'corrupt', spans: 1 }]);
});

test('a body that is not JSON, and that the receiver rejects, is dropped as corrupt', async () => {
  const name = freshName();
  const body = new TextEncoder().encode('{"resourceSpans":[{');
  await new BatchStore(name).put([
    { ...leftBatch('bad', 1_000), body, bytes: body.length, spans: 3 },
    leftBatch('good'),
  ]);
  const { exporter, drops } = openOutbox(name);
  await expect.poll(() => exporter.stats()).toMatchObject({ sent: 1, pendingBatches: 0 });
  expect(drops).toMatchObject([
    { reason: 'corrupt', spans: 3, detail: expect.stringContaining('status 400; ') },
  ]);
});
