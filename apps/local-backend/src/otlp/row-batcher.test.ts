import { expect, test } from 'vitest';
import { createGate } from '../engine/gate.ts';
import { createRowBatcher, QueueFullError } from './row-batcher.ts';

function batcher(limits: { maxWaitingBytes?: number; maxBatchBytes?: number } = {}): {
  add: (...rows: string[]) => Promise<void>;
  written: string[];
  endWrite: (outcome?: Error) => void;
} {
  const written: string[] = [];
  const pending: ((outcome?: Error) => void)[] = [];
  const { add } = createRowBatcher({
    write: (rows) => {
      written.push(rows.toString());
      return new Promise((resolve, reject) => {
        pending.push((outcome) => (outcome === undefined ? resolve() : reject(outcome)));
      });
    },
    writes: createGate({ running: 1, waiting: 10 }),
    maxWaitingBytes: limits.maxWaitingBytes ?? 1000,
    maxBatchBytes: limits.maxBatchBytes ?? 1000,
  });
  return { add: (...rows) => add(rows), written, endWrite: (outcome) => pending.shift()?.(outcome) };
}

test('what arrives during a write is written at once after it', async () => {
  const { add, written, endWrite } = batcher();
  const first = add('a');
  await expect.poll(() => written).toEqual(['a\n']);
  const others = [add('b'), add('c')];
  endWrite();
  await first;
  await expect.poll(() => written).toEqual(['a\n', 'b\nc\n']);
  endWrite();
  await Promise.all(others);
});

test('a batch keeps to its size', async () => {
  const { add, written, endWrite } = batcher({ maxBatchBytes: 4 });
  const all = [add('a'), add('b'), add('c'), add('d')];
  await expect.poll(() => written).toEqual(['a\nb\n']);
  endWrite();
  await expect.poll(() => written).toEqual(['a\nb\n', 'c\nd\n']);
  endWrite();
  await Promise.all(all);
});

test('a request larger than a batch is written in several, and acknowledged after the last', async () => {
  const { add, written, endWrite } = batcher({ maxBatchBytes: 4 });
  let isStored = false;
  const request = add('a', 'b', 'c', 'long row').then(() => {
    isStored = true;
  });
  for (const expected of [['a\nb\n'], ['a\nb\n', 'c\n'], ['a\nb\n', 'c\n', 'long row\n']]) {
    await expect.poll(() => written).toEqual(expected);
    expect(isStored).toBe(false);
    endWrite();
  }
  await request;
});

test('rows that the engine refuses do not take those of others with them', async () => {
  const { add, written, endWrite } = batcher();
  const first = add('a');
  await expect.poll(() => written).toHaveLength(1);
  const bad = add('bad');
  const good = add('good');
  const refusal = expect(bad).rejects.toThrow('refused alone');
  endWrite();
  await first;
  await expect.poll(() => written).toHaveLength(2);
  endWrite(new Error('refused together'));
  await expect.poll(() => written).toHaveLength(3);
  endWrite(new Error('refused alone'));
  await refusal;
  await expect.poll(() => written).toEqual(['a\n', 'bad\ngood\n', 'bad\n', 'good\n']);
  endWrite();
  await good;
});

test('refuses when too many bytes wait, and takes rows again later', async () => {
  const { add, written, endWrite } = batcher({ maxWaitingBytes: 4 });
  const first = add('a');
  await expect.poll(() => written).toHaveLength(1);
  const waiting = [add('b'), add('c')];
  await expect(add('d')).rejects.toThrow(QueueFullError);
  endWrite();
  await first;
  await expect.poll(() => written).toHaveLength(2);
  const later = add('e');
  endWrite();
  await Promise.all(waiting);
  await expect.poll(() => written).toEqual(['a\n', 'b\nc\n', 'e\n']);
  endWrite();
  await later;
});
