import { expect, test } from 'vitest';
import { around, hexId, seededRandom, uuidV7 } from './seeded-random.ts';

test('the same seed gives the same numbers, another seed others', () => {
  const draw = (seed: string) => Array.from({ length: 5 }, seededRandom(seed));
  expect(draw('a')).toEqual(draw('a'));
  expect(draw('a')).not.toEqual(draw('b'));
});

test('an id of version 7 starts with its time and carries version and variant', () => {
  const id = uuidV7(Date.UTC(2026, 10, 24), seededRandom('a'));
  expect(id).toMatch(/^01a20ada-2c00-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(Number.parseInt(id.replace('-', '').slice(0, 12), 16)).toBe(Date.UTC(2026, 10, 24));
});

test('a hex id has two digits for each byte', () => {
  expect(hexId(4, () => 0.01)).toBe('02020202');
});

test('waits stay within 30 % of their middle', () => {
  expect([around(100, () => 0), around(100, () => 0.5), around(100, () => 0.999)]).toEqual([70, 100, 130]);
});
