import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createPoll } from './poll.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function counted(changed: () => boolean) {
  const reads: AbortSignal[] = [];
  const poll = createPoll(async (signal) => {
    reads.push(signal);
    return changed();
  });
  return { poll, reads };
}

test('reads at once, then every second', async () => {
  const { poll, reads } = counted(() => true);
  poll.start();
  expect(reads.length).toBe(1);
  await vi.advanceTimersByTimeAsync(3000);
  expect(reads.length).toBe(4);
  poll.stop();
});

test('reads every five seconds once a minute has brought nothing new', async () => {
  const { poll, reads } = counted(() => false);
  poll.start();
  await vi.advanceTimersByTimeAsync(62_000);
  const before = reads.length;
  await vi.advanceTimersByTimeAsync(20_000);
  expect(reads.length - before).toBe(4);
  poll.stop();
});

test('something new, or a wake-up, brings the lively rhythm back', async () => {
  let changed = false;
  const { poll, reads } = counted(() => changed);
  poll.start();
  await vi.advanceTimersByTimeAsync(70_000);
  poll.wake();
  let before = reads.length;
  await vi.advanceTimersByTimeAsync(3000);
  expect(reads.length - before).toBe(3);

  await vi.advanceTimersByTimeAsync(70_000);
  changed = true;
  await vi.advanceTimersByTimeAsync(5000);
  changed = false;
  before = reads.length;
  await vi.advanceTimersByTimeAsync(3000);
  expect(reads.length - before).toBe(3);
  poll.stop();
});

test('a stopped poll reads no more and aborts what is on its way', async () => {
  const { poll, reads } = counted(() => true);
  poll.start();
  poll.stop();
  expect(reads.map((signal) => signal.aborted)).toEqual([true]);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(reads.length).toBe(1);
});

test('a second start changes nothing, and a slow read is never doubled', async () => {
  let reads = 0;
  const poll = createPoll(() => {
    reads += 1;
    return new Promise(() => {});
  });
  poll.start();
  poll.start();
  poll.wake();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(reads).toBe(1);
  poll.stop();
});

test('a wake-up reads soon, also when it comes during a read, and a second one puts nothing off', async () => {
  let reads = 0;
  const poll = createPoll(async () => {
    reads += 1;
    if (reads === 1) poll.wake();
    return true;
  });
  poll.start();
  await vi.advanceTimersByTimeAsync(250);
  expect(reads).toBe(2);
  await vi.advanceTimersByTimeAsync(100);
  poll.wake();
  await vi.advanceTimersByTimeAsync(200);
  poll.wake();
  await vi.advanceTimersByTimeAsync(50);
  expect(reads).toBe(3);
  poll.stop();
});

test('the time that a read takes is part of the second', async () => {
  let reads = 0;
  const poll = createPoll(async () => {
    reads += 1;
    await new Promise((resolve) => setTimeout(resolve, 400));
    return true;
  });
  poll.start();
  await vi.advanceTimersByTimeAsync(3000);
  expect(reads).toBe(4);
  poll.stop();
});
