import { expect, test } from 'vitest';
import { moduleAt, moduleLines } from './module-lines.ts';

const code = [
  'var before;',
  '// ../node_modules/.pnpm/a@1.0.0/node_modules/@scope/a/b.js',
  'function one() {}',
  '// ../packages/instrumentation/src/turn.ts',
  'function two() {}',
].join('\n');

test('a line belongs to the module whose name is the last one above it', () => {
  const lines = moduleLines(code);
  expect([0, 2, 4].map((line) => moduleAt(lines, line))).toEqual([
    'bundler',
    '@scope/a/b.js',
    'packages/instrumentation/src/turn.ts',
  ]);
});
