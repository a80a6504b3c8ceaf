import { expect, test } from 'vitest';
import { allOf } from './all-of.ts';

test('a chain that waits for more and more does not keep what it has waited for', async () => {
  expect(await allOf([allOf([Promise.resolve('a')]), Promise.resolve('b')])).toBe(undefined);
});

test('a failure is passed on', async () => {
  await expect(allOf([Promise.reject(new Error('full'))])).rejects.toThrow('full');
});
