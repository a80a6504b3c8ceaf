import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const MEMBERS = ['packages/instrumentation', 'packages/semantic-conventions', 'tools/browsers'];
const MODULE_FOLDERS = [
  ...MEMBERS,
  'packages/instrumentation/test/browser-sdk',
  'packages/instrumentation/test/otel2',
  'packages/instrumentation/test/otel3',
].map((folder) => join(folder, 'node_modules'));

let copy = '';

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'typecheck-cache-'));
  const listed = execFileSync('git', ['ls-files', '-z', '--', ...MEMBERS, ':(glob)*'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  for (const path of listed.split('\0').filter((path) => path !== '' && existsSync(join(ROOT, path))))
    cpSync(join(ROOT, path), join(copy, path));
  // The links of a member are relative: those to other members lead to their copies.
  for (const folder of MODULE_FOLDERS)
    cpSync(join(ROOT, folder), join(copy, folder), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (path) => !['.cache', '.vite', '.vite-temp'].includes(basename(path)),
    });
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  // An install would write through the link above.
  edit('pnpm-workspace.yaml', 'verifyDepsBeforeRun: install', 'verifyDepsBeforeRun: false');
  expect(typecheck()).toMatchObject({ status: 0, cached: false });
});

afterAll(() => rmSync(copy, { recursive: true }));

/** Replaces text in a file of the copy, and returns what undoes that. */
function edit(path: string, before: string, after: string): () => void {
  const file = join(copy, path);
  const text = readFileSync(file, 'utf8');
  expect(text).toContain(before);
  writeFileSync(file, text.replaceAll(before, after));
  return () => writeFileSync(file, text);
}

function typecheck(): { status: number | null; cached: boolean; output: string } {
  const { status, stdout, stderr } = spawnSync(
    join(ROOT, 'node_modules/.bin/turbo'),
    ['run', 'typecheck', '--filter=@chatspan/instrumentation'],
    { cwd: copy, encoding: 'utf8', env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1' } },
  );
  return { status, cached: stdout.includes('FULL TURBO'), output: stdout + stderr };
}

test('an unchanged package is not checked again', () => {
  expect(typecheck()).toMatchObject({ status: 0, cached: true });
});

test.each([
  {
    change: 'a type that a dependency no longer exports',
    path: 'packages/semantic-conventions/src/generated/mapping.ts',
    before: 'AttributeRule',
    after: 'RenamedRule',
    error: "has no exported member 'AttributeRule'",
  },
  {
    change: 'a function that a tool no longer exports',
    path: 'tools/browsers/chromium.ts',
    before: 'function chromiumLaunchOptions',
    after: 'function renamed',
    error: "has no exported member named 'chromiumLaunchOptions'",
  },
  {
    change: 'an option in tsconfig.base.json',
    path: 'tsconfig.base.json',
    before: '"strict": true,',
    after: '"strict": true, "noSuchOption": true,',
    error: "Unknown compiler option 'noSuchOption'",
  },
])(
  'typecheck fails for $change, although the package itself is unchanged',
  ({ path, before, after, error }) => {
    onTestFinished(edit(path, before, after));
    const { status, output } = typecheck();
    expect(output).toContain(error);
    expect(status).not.toBe(0);
  },
);
