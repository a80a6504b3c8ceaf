import { expect, test } from 'vitest';
import { allOf } from './all-of.ts';

test('a growing chain does not keep settled values in memory', async () => {
  expect(await allOf([allOf([Promise.resolve('a')]), Promise.resolve('b')])).toBe(undefined);
});

test('rejects when one of the promises rejects', async () => {
  await expect(allOf([Promise.reject(new Error('full'))])).rejects.toThrow('full');
});
