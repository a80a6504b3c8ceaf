import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../public/limits.ts';
import { cutToBytes, jsonBytes, toAttributeValue } from './attribute-value.ts';

const limits = { ...DEFAULT_LIMITS, maxValueLength: 5, maxArrayLength: 3 };

it.each([
  [undefined, 'short', 'short'],
  [undefined, 'far too long', 'far t'],
  [undefined, 431374, '431374'],
  [undefined, true, 'true'],
  [undefined, { a: 1 }, undefined],
  [undefined, Number.NaN, undefined],
  [undefined, Symbol('x'), undefined],
  ['boolean', true, true],
  ['boolean', 'false', false],
  ['boolean', 1, true],
  ['boolean', '0', false],
  ['boolean', 'True', true],
  ['boolean', 2, undefined],
  ['boolean', {}, undefined],
  ['boolean', 'yes', undefined],
  ['int', 5, 5],
  ['int', '4', 4],
  ['int', 4.5, undefined],
  ['int', '', undefined],
  ['int', ' ', undefined],
  ['int', '\n', undefined],
  ['int', 'five', undefined],
  ['int', Number.MAX_VALUE, undefined],
  ['string[]', ['a', 2, 'toolong'], ['a', '2', 'toolo']],
  ['string[]', ['a', 'b', 'c', 'd'], ['a', 'b', 'c']],
  ['string[]', ['a', null, {}], ['a']],
  ['string[]', 'a', undefined],
  ['string[]', [{}], undefined],
  ['string[]', [], []],
] as const)('takes a value for %s: %j becomes %j', (type, value, expected) => {
  expect(toAttributeValue(value, type, limits)).toEqual(expected);
});

it('never splits a surrogate pair', () => {
  expect(toAttributeValue('abcd🧥', undefined, limits)).toBe('abcd');
});

it('never estimates a long text smaller than its OTLP JSON', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 33 }), (text) => {
      expect(jsonBytes(text)).toBeGreaterThanOrEqual(Buffer.byteLength(JSON.stringify(text)) - 2);
    }),
  );
});

it('truncates a value to the bytes that are left', () => {
  const value = fc.oneof(fc.string({ unit: 'binary' }), fc.array(fc.string({ unit: 'binary' })));
  fc.assert(
    fc.property(value, fc.nat(200), (whole, bytes) => {
      const cut = cutToBytes(whole, bytes);
      if (cut !== undefined) expect(jsonBytes(cut)).toBeLessThanOrEqual(bytes);
    }),
  );
});
