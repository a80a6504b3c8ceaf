import { expect, test, vi } from 'vitest';
import { startedParts } from './started-parts.ts';

test('stops the last started first, and the others when one fails', async () => {
  const stopped: string[] = [];
  const part = (name: string, error?: Error) => ({
    close: async () => {
      stopped.push(name);
      if (error) throw error;
    },
  });
  const parts = startedParts(() => {});
  parts.keep('the engine', part('engine'));
  parts.keep('the shop', part('shop', new Error('The folder is gone.')));
  await expect(parts.close()).rejects.toThrow('The folder is gone.');
  expect(stopped).toEqual(['shop', 'engine']);
  await parts.close();
  expect(stopped).toHaveLength(2);
});

test('names a part that takes longer than a second', async () => {
  vi.useFakeTimers();
  const lines: string[] = [];
  const parts = startedParts((line) => lines.push(line));
  const stopped = Promise.withResolvers<void>();
  parts.keep('the Collector', { close: () => stopped.promise });
  const closing = parts.close();
  await vi.advanceTimersByTimeAsync(1_001);
  expect(lines).toEqual(['Waiting for the Collector to stop']);
  vi.useRealTimers();
  stopped.resolve();
  await closing;
});
