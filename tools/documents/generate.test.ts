import { execFileSync, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const NAMES = 'packages/semantic-conventions/src/generated/attributes.ts';
const SHOWN = 'apps/demo-shop/src/telemetry.ts';

let copy = '';

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'generate-'));
  const root = join(import.meta.dirname, '../..');
  const git = (...args: string[]) => execFileSync('git', ['-C', copy, ...args]);
  const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0');
  for (const path of tracked.filter(Boolean)) cpSync(join(root, path), join(copy, path));
  for (const folder of ['node_modules', 'packages/semantic-conventions/node_modules'])
    symlinkSync(join(root, folder), join(copy, folder));
  git('init', '-q');
  git('add', '*.md');
});

afterAll(() => rmSync(copy, { recursive: true }));

function generate(...args: string[]): { status: number | null; stderr: string } {
  const { scripts } = JSON.parse(readFileSync(join(copy, 'package.json'), 'utf8'));
  const { status, stderr } = spawnSync([scripts.generate, ...args].join(' '), {
    cwd: copy,
    shell: true,
    encoding: 'utf8',
  });
  return { status, stderr };
}

test('`pnpm generate --check` names what is stale, writes nothing, and is content after `pnpm generate`', () => {
  expect(generate('--check')).toEqual({ status: 0, stderr: '' });

  writeFileSync(join(copy, NAMES), 'stale');
  appendFileSync(join(copy, SHOWN), '// changed\n');
  const { status, stderr } = generate('--check');
  expect(status).toBe(1);
  expect(stderr.split('\n')).toEqual([
    `${NAMES} is stale: run \`pnpm generate\``,
    'README.md is stale: it shows a file as it was; run `pnpm generate`',
    '',
  ]);
  expect(readFileSync(join(copy, NAMES), 'utf8')).toBe('stale');
  expect(readFileSync(join(copy, 'README.md'), 'utf8')).not.toContain('// changed');

  expect(generate()).toEqual({ status: 0, stderr: '' });
  expect(readFileSync(join(copy, 'README.md'), 'utf8')).toContain('// changed');
  expect(generate('--check')).toEqual({ status: 0, stderr: '' });
});
