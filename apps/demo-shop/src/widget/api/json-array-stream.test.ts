import { describe, expect, test } from 'vitest';
import { JsonArrayStream } from './json-array-stream.ts';

const tricky = [
  { text: 'a "quoted" word, [brackets] and {braces}', nested: [{ list: [1, [2]] }] },
  { text: 'back\\slash and \\" both', emoji: '🧥', empty: {} },
  7,
  'bare, string]',
  null,
  [],
];

describe('JsonArrayStream', () => {
  test('gives the same values wherever the text is cut in two', () => {
    const whole = `\n${JSON.stringify(tricky, null, 1)}\n`;
    for (let cut = 0; cut <= whole.length; cut += 1) {
      const stream = new JsonArrayStream();
      const values = [...stream.push(whole.slice(0, cut)), ...stream.push(whole.slice(cut))];
      expect(values).toEqual(tricky);
      expect(stream.complete).toBe(true);
    }
  });

  test('gives an object as soon as its last brace is there, before the comma', () => {
    const stream = new JsonArrayStream();
    expect(stream.push('[{"a":1')).toEqual([]);
    expect(stream.push('}')).toEqual([{ a: 1 }]);
    expect(stream.push(',{"b":2}')).toEqual([{ b: 2 }]);
    expect(stream.complete).toBe(false);
    expect(stream.push(']')).toEqual([]);
    expect(stream.complete).toBe(true);
  });

  test('reads an empty array', () => {
    const stream = new JsonArrayStream();
    expect(stream.push('[ ]')).toEqual([]);
    expect(stream.complete).toBe(true);
  });

  test.each([
    ['{"a":1}', 'The answer starts with "{", expected "[".'],
    ['[{"a":1}] x', 'Unexpected "x" after the answer\'s end.'],
    ['[}', 'Unexpected "}" between two values of the answer.'],
    ['[{"a":}]', /JSON/],
  ])('refuses %s', (text, message) => {
    expect(() => new JsonArrayStream().push(text)).toThrow(message);
  });

  test('refuses a value that never ends', () => {
    const stream = new JsonArrayStream();
    stream.push('["');
    expect(() => stream.push('x'.repeat(1_000_001))).toThrow(
      'A value of the answer is longer than 1000000 characters.',
    );
  });
});
