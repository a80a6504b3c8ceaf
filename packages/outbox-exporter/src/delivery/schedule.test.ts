import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Batch } from '../batches/batch.ts';
import { newBatch } from '../batches/batch.ts';
import { PendingBatches } from '../batches/pending-batches.ts';
import { resolveSettings } from '../settings.ts';
import type { Retry } from './response-decision.ts';
import { Schedule } from './schedule.ts';

const UNAVAILABLE: Retry = {
  kind: 'retry',
  failure: '503',
  detail: 'status 503',
  mayBeTheBatch: false,
  slow: false,
};
const BAD_GATEWAY: Retry = { ...UNAVAILABLE, failure: '502', mayBeTheBatch: true };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
  // Every wait is as long as it can be.
  vi.spyOn(Math, 'random').mockReturnValue(1);
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

function scheduleOf(...ids: string[]) {
  const pending = new PendingBatches();
  for (const [index, id] of ids.entries()) {
    const record = {
      id,
      owner: 'tab',
      time: index + 1,
      spans: 1,
      bytes: 10,
      contentType: 'application/json',
    };
    pending.set(id, newBatch(record, { storage: 'stored', adopted: false }));
  }
  const schedule = new Schedule(resolveSettings({}), pending);
  const batch = (id: string) => pending.get(id) as Batch;
  const next = () => {
    const found = schedule.next();
    return found && [found.batch.id, found.waitMillis];
  };
  return { schedule, batch, next };
}

test('the oldest batch comes first, and at once', () => {
  expect(scheduleOf('a', 'b').next()).toEqual(['a', 0]);
});

test('nothing comes next while everything is in flight or being written', () => {
  const { batch, next } = scheduleOf('a', 'b');
  batch('a').inFlight = true;
  batch('b').storage = 'writing';
  expect(next()).toBeUndefined();
});

test('after one 503 the same batch is tried again, after a second one another batch', () => {
  const { schedule, batch, next } = scheduleOf('a', 'b');
  schedule.failed(batch('a'), UNAVAILABLE);
  expect(next()).toEqual(['a', 1_000]);
  vi.advanceTimersByTime(1_000);
  schedule.failed(batch('a'), UNAVAILABLE);
  expect(next()).toEqual(['b', 2_000]);
});

test('after one 502 another batch is tried', () => {
  const { schedule, batch, next } = scheduleOf('a', 'b');
  schedule.failed(batch('a'), BAD_GATEWAY);
  expect(next()).toEqual(['b', 1_000]);
});

test('the back-off of the receiver grows when different batches fail', () => {
  const { schedule, batch } = scheduleOf('a', 'b', 'c');
  const waits = ['a', 'b', 'c'].map((id) => {
    schedule.failed(batch(id), BAD_GATEWAY);
    return schedule.waitMillis;
  });
  expect(waits).toEqual([1_000, 2_000, 4_000]);
});

test('while one batch fails again and again its own back-off grows, and a new batch need not wait for it', () => {
  const { schedule, batch, next } = scheduleOf('a');
  const waits = [1, 2, 3, 4].map(() => {
    schedule.failed(batch('a'), BAD_GATEWAY);
    const [, wait] = next() ?? [];
    vi.advanceTimersByTime(wait as number);
    return wait;
  });
  expect(waits).toEqual([1_000, 2_000, 4_000, 8_000]);
  schedule.failed(batch('a'), BAD_GATEWAY);
  expect(schedule.waitMillis).toBe(1_000);
});

test('when the receiver recovers, the batches that failed are released one by one', () => {
  const { schedule, batch } = scheduleOf('a', 'b', 'c');
  for (const id of ['a', 'b', 'c']) schedule.failed(batch(id), BAD_GATEWAY);
  const waiting = () => ['a', 'b', 'c'].filter((id) => batch(id).notBefore > performance.now());
  expect(waiting()).toEqual(['a', 'b', 'c']);
  schedule.succeeded();
  expect(waiting()).toEqual(['b', 'c']);
  schedule.succeeded();
  expect(waiting()).toEqual(['c']);
});

test('one batch that fails is not released when another one is taken', () => {
  const { schedule, batch } = scheduleOf('a', 'b');
  schedule.failed(batch('a'), BAD_GATEWAY);
  schedule.succeeded();
  expect(batch('a').notBefore).toBe(performance.now() + 1_000);
});

test('a wait that the receiver asks for is not skipped', () => {
  const { schedule, batch } = scheduleOf('a');
  schedule.failed(batch('a'), { ...UNAVAILABLE, retryAfterMillis: 30_000 });
  schedule.skipBackoff();
  expect(schedule.waitMillis).toBe(31_000);
  expect(schedule.isAskedToWait).toBe(true);
});

test('what concerns every batch defers none of them', () => {
  const { schedule, batch, next } = scheduleOf('a', 'b');
  schedule.couldNotAsk();
  schedule.couldNotAsk();
  expect(next()).toEqual(['a', 2_000]);
  expect(batch('a').failures).toBe(0);
});
