import { expect, test } from 'vitest';
import type { Batch } from './batch.ts';
import { newBatch } from './batch.ts';
import { PendingBatches } from './pending-batches.ts';

function batch(id: string, time: number, changes: Partial<Batch> = {}): Batch {
  const record = { id, owner: 'tab', time, spans: 2, bytes: 100, contentType: 'application/json' };
  return { ...newBatch(record, { body: undefined, storage: 'stored', adopted: false }), ...changes };
}

function pendingOf(...batches: Batch[]): PendingBatches {
  const pending = new PendingBatches();
  for (const one of batches) pending.set(one.id, one);
  return pending;
}

const ids = (batches: Batch[]) => batches.map(({ id }) => id);

test('the oldest comes first', () => {
  expect(ids(pendingOf(batch('new', 20), batch('old', 10)).inOrder())).toEqual(['old', 'new']);
});

test('a deferred batch comes after the others', () => {
  expect(ids(pendingOf(batch('old', 10, { timesDeferred: 1 }), batch('new', 20)).inOrder())).toEqual([
    'new',
    'old',
  ]);
});

test('above a bound the oldest batches go first, but none that is in flight', () => {
  const pending = pendingOf(batch('a', 1), batch('b', 2, { inFlight: true }), batch('c', 3), batch('d', 4));
  expect(ids(pending.overflow({ maxBatches: 4, maxBytes: 400 }))).toEqual([]);
  expect(ids(pending.overflow({ maxBatches: 2, maxBytes: 400 }))).toEqual(['a', 'c']);
  expect(ids(pending.overflow({ maxBatches: 4, maxBytes: 399 }))).toEqual(['a']);
});

test('adds up what is pending', () => {
  const totals = { pendingSpans: 4, pendingBatches: 2, pendingBytes: 200 };
  expect(pendingOf(batch('a', 1), batch('b', 2)).totals()).toEqual(totals);
});
