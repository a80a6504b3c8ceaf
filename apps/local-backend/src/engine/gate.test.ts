import { expect, test } from 'vitest';
import { createGate, GateFullError } from './gate.ts';

/** A work that ends when it is told to. */
function work(): { run: () => Promise<string>; end: (value: string) => void; hasBegun: () => boolean } {
  let resolve: (value: string) => void = () => undefined;
  const promise = new Promise<string>((resolvePromise) => {
    resolve = resolvePromise;
  });
  let begun = false;
  return {
    run: () => {
      begun = true;
      return promise;
    },
    end: resolve,
    hasBegun: () => begun,
  };
}

test('lets the bounded number run, and the next in the order they came', async () => {
  const gate = createGate({ running: 1, waiting: 2 });
  const [first, second, third] = [work(), work(), work()];
  const results = [gate.run(first.run), gate.run(second.run), gate.run(third.run)];
  await expect.poll(first.hasBegun).toBe(true);
  expect([second, third].map((one) => one.hasBegun())).toEqual([false, false]);
  first.end('a');
  await results[0];
  await expect.poll(second.hasBegun).toBe(true);
  expect(third.hasBegun()).toBe(false);
  second.end('b');
  third.end('c');
  expect(await Promise.all(results)).toEqual(['a', 'b', 'c']);
});

test('refuses at once when too many wait', async () => {
  const gate = createGate({ running: 1, waiting: 1 });
  const first = work();
  const results = [gate.run(first.run), gate.run(() => Promise.resolve('b'))];
  await expect(gate.run(() => Promise.resolve('c'))).rejects.toThrow(GateFullError);
  first.end('a');
  expect(await Promise.all(results)).toEqual(['a', 'b']);
});

test('a work that fails gives its place away, and idle waits for the last', async () => {
  const gate = createGate({ running: 1, waiting: 5 });
  const order: string[] = [];
  const failing = gate.run(() => Promise.reject(new Error('no')));
  const next = gate.run(async () => order.push('next'));
  const idle = gate.idle().then(() => order.push('idle'));
  await expect(failing).rejects.toThrow('no');
  await Promise.all([next, idle]);
  expect(order).toEqual(['next', 'idle']);
  await gate.idle();
});
