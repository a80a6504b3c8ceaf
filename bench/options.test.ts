import { expect, test } from 'vitest';
import { parseOptions } from './options.ts';

const ids = ['chatspan-2', 'faro'];

test('everything is measured by default', () => {
  expect(parseOptions([], ids)).toEqual({
    parts: ['size', 'ratio', 'time', 'wire', 'delivery', 'heap', 'idle', 'profile'],
    rows: [],
    rounds: 5,
    pace: 80,
    slow: 2_000,
    outage: 30,
    idle: 60,
    events: 10_000,
    latency: 40,
    leaves: 5,
    parallel: 8,
  });
});

test('parts and rows can be chosen, and figures changed', () => {
  const options = parseOptions(['--only', 'time,size', '--rows', 'faro', '--outage', '2.5'], ids);
  expect(options).toMatchObject({ parts: ['size', 'time'], rows: ['faro'], outage: 2.5 });
});

test.each([
  [['--only', 'size,speed'], '--only speed: not one of size, ratio,'],
  [['--rows', 'fara'], '--rows fara: not one of chatspan-2, faro.'],
  [['--rounds', 'many'], '--rounds many: give a number above 0.'],
  [['--rounds', '0'], '--rounds 0: give a number above 0.'],
])('%j is refused with what to give', (args, message) => {
  expect(() => parseOptions(args, ids)).toThrow(message);
});
