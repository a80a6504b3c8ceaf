import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT, trackedFiles } from './tracked-files.ts';

const RELATIVE_IMPORT = /\b(?:from|import)\s*\(?\s*'(\.{1,2}\/[^']*)'/g;

/** The workspace member that a path belongs to: `apps/demo`, `bench`; empty for files of the root. */
function memberOf(path: string): string {
  return path.match(/^(?:(?:apps|packages|tests|tools)\/[^/]+|bench|collector-config)(?=\/)/)?.[0] ?? '';
}

test('no relative import leaves its package, so that package.json names every dependency', () => {
  const files = trackedFiles('*.ts', '*.js');
  expect(files.length).toBeGreaterThan(700);
  const leaving = files.flatMap((file) =>
    [...readFileSync(join(ROOT, file), 'utf8').matchAll(RELATIVE_IMPORT)]
      .map(([, target = '']) => target)
      .filter((target) => memberOf(join(dirname(file), target)) !== memberOf(file))
      .map((target) => `${file} imports ${target}`),
  );
  expect(leaving).toEqual([]);
});
