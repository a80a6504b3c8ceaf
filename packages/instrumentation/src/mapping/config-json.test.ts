import { expect, it } from 'vitest';
import { configJson } from './config-json.ts';
import { givenList } from './given-list.ts';

const cycle: Record<string, unknown> = {};
cycle.self = cycle;

it.each<[object, string | undefined]>([
  [{ theme: 'light', sizes: [1, null], on: true }, '{"theme":"light","sizes":[1,null],"on":true}'],
  [{ theme: 'light', open: () => {}, none: undefined, share: Number.NaN }, '{"theme":"light","share":null}'],
  [cycle, undefined],
  [Array.from({ length: 2_000 }), undefined],
])('writes the configuration %o as %j', (raw, expected) => {
  expect(configJson(raw)).toBe(expected);
});

it('takes no id from JSON that JSON cannot hold', () => {
  expect(givenList('[79829050983261234567, 431374]', true)).toEqual([undefined, 431374]);
});
