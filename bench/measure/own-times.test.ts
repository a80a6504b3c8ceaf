import { expect, test } from 'vitest';
import { ownTimes } from './own-times.ts';

const lines = [
  { line: 0, module: 'src/turn.ts' },
  { line: 10, module: 'src/session.ts' },
];
const frame = (functionName: string, lineNumber = -1) => ({
  functionName,
  lineNumber,
  url: lineNumber < 0 ? '' : 'http://shop/profile/entry.js',
});

test('own time is summed by function, and the browser’s goes to the module that called it', () => {
  const profile = {
    nodes: [
      { id: 1, callFrame: frame('(root)'), children: [2, 5] },
      { id: 2, callFrame: frame('end', 3), children: [3] },
      { id: 3, callFrame: frame('save', 12), children: [4] },
      { id: 4, callFrame: frame('setItem') },
      { id: 5, callFrame: frame('(idle)') },
    ],
    samples: [2, 4, 4, 3, 5],
    timeDeltas: [100, 200, 300, 50, 9_000],
  };
  expect(ownTimes(profile, lines)).toEqual([
    { name: 'setItem ← save', module: 'src/session.ts', micros: 500 },
    { name: 'end', module: 'src/turn.ts', micros: 100 },
    { name: 'save', module: 'src/session.ts', micros: 50 },
  ]);
});
