import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readJson, writeJson } from './json-text.ts';

const values = fc.jsonValue({ noUnicodeString: false }) as fc.Arbitrary<never>;

test('writes what `JSON` reads, and reads what `JSON` writes', () => {
  fc.assert(
    fc.property(values, (value) => {
      const plain = JSON.parse(JSON.stringify(value));
      expect(JSON.parse(writeJson(plain))).toEqual(plain);
      expect(readJson(JSON.stringify(value))).toEqual(plain);
    }),
  );
});

test.each(['', '{"a":1', '[1 2]', '{"a"}', '{1}', '"open', '[1,', 'x'])('refuses %s', (text) => {
  expect(() => readJson(text)).toThrow(SyntaxError);
});
