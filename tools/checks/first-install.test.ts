import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ROOT, trackedFiles } from './tracked-files.ts';

test('the first install on Node 20 neither warns nor asks', () => {
  // On the file system of node_modules, where pnpm links packages from its store instead of copying them.
  const cache = join(import.meta.dirname, 'node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const copy = mkdtempSync(join(cache, 'first-install-'));
  onTestFinished(() => rmSync(copy, { recursive: true }));
  for (const path of trackedFiles('*package.json', ':(glob)pnpm-*.yaml'))
    cpSync(join(ROOT, path), join(copy, path));
  // All that pnpm asks of Node is its version.
  mkdirSync(join(copy, 'bin'));
  writeFileSync(join(copy, 'bin/node'), '#!/bin/sh\necho v20.20.2\n');
  chmodSync(join(copy, 'bin/node'), 0o755);
  const { status, stdout, stderr } = spawnSync(
    'pnpm',
    ['install', '--frozen-lockfile', '--offline', '--ignore-scripts'],
    {
      cwd: copy,
      encoding: 'utf8',
      env: { ...process.env, PATH: `${join(copy, 'bin')}:${process.env.PATH}` },
    },
  );
  const output = stdout + stderr;
  expect(output).toMatch(/^Done in /m);
  expect(output).not.toMatch(/WARN|awaiting/);
  expect(status).toBe(0);
});
