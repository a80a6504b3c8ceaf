import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { resolveSettings } from '../src/settings.ts';

const read = (path: string) => readFileSync(join(import.meta.dirname, path), 'utf8');
const readme = read('../README.md');

test('the usage in the README is a file that compiles', () => {
  const [, usage] = /```ts\n([\s\S]*?)```/.exec(readme) ?? [];
  expect(usage).toBe(read('readme-usage.ts'));
});

test('the README describes every option and no other', () => {
  const [, table = ''] = /## Options\n([\s\S]*?)\n## /.exec(readme) ?? [];
  const described = [...table.matchAll(/^\| `(\w+)` *\|/gm)].map(([, name]) => name);
  expect(described.sort()).toEqual([...Object.keys(resolveSettings({})), 'onDrop', 'onStats'].sort());
});
