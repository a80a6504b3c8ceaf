import { expect, test } from 'vitest';
import { parameterType } from './parameter-type.ts';

const parse = (type: string, text: string) => parameterType(type)?.parse(text);

test.each([
  ['String', '', ''],
  ['String', "a'b\\c\n{x:String}; DROP", "a'b\\c\n{x:String}; DROP"],
  ['String', 'a'.repeat(1000), 'a'.repeat(1000)],
  ['UInt8', '255', 255n],
  ['UInt64', '18446744073709551615', 18446744073709551615n],
  ['Int8', '-128', -128n],
  ['Float64', '-1.5e3', -1500],
  ['Bool', 'true', true],
  ['Bool', 'false', false],
  ['Date', '2026-02-28', '2026-02-28'],
  ['DateTime64(3)', '2026-11-01T08:00:00.250Z', new Date('2026-11-01T08:00:00.250Z')],
  ["DateTime64(9, 'UTC')", '2026-11-01 08:00:00', new Date('2026-11-01T08:00:00Z')],
  ['Array(String)', '[]', []],
  ['Array(String)', '["a","b\\"]"]', ['a', 'b"]']],
  ['Array(UInt64)', '[1,"18446744073709551615"]', [1n, 18446744073709551615n]],
])('%s takes %j', (type, text, value) => {
  expect(parse(type, text)).toEqual(value);
});

test.each([
  ['String', 'a'.repeat(1001)],
  ['String', 'a\0b'],
  ['UInt8', '256'],
  ['UInt8', '-1'],
  ['UInt8', ''],
  ['UInt8', '1.0'],
  ['UInt8', ' 1'],
  ['UInt8', '1 OR 1'],
  ['UInt64', '18446744073709551616'],
  ['Int8', '128'],
  ['Float64', 'nan'],
  ['Float64', '1; DROP'],
  ['Bool', '1'],
  ['Date', '2026-02-30'],
  ['Date', '2026-2-3'],
  ['DateTime64(3)', 'now()'],
  ['DateTime64(3)', '2026-11-01T25:00:00Z'],
  ['DateTime64(3)', '2026-11-01T08:00:00+01:00'],
  ['Array(String)', 'a'],
  ['Array(String)', '{"0":"a"}'],
  ['Array(String)', '[["a"]]'],
  ['Array(String)', '[null]'],
  ['Array(String)', JSON.stringify(Array.from({ length: 1001 }, () => 'a'))],
  ['Array(UInt8)', '[1,256]'],
])('%s refuses %j', (type, text) => {
  expect(parse(type, text)).toBeUndefined();
});

test.each([
  'Identifier',
  'Nullable(String)',
  'Array(Array(String))',
  'DateTime64',
  'Array(DateTime64(3))',
  "DateTime64(3, 'Asia/Tokyo')",
  'Map(String, String)',
])('a parameter cannot be %s', (type) => {
  expect(parameterType(type)).toBeUndefined();
});

test('says what it expects', () => {
  expect(parameterType('UInt16')?.expected).toBe('a whole number from 0 to 65535');
  expect(parameterType('Array(Date)')?.expected).toBe(
    'a JSON array of at most 1000 entries, each a day, such as 2026-11-01',
  );
});
