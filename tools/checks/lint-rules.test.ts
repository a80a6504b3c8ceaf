import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ROOT } from './tracked-files.ts';

/** What the linter says, with the rules of this repository, to a folder with these files. */
function lint(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'lint-rules-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const name of ['biome.jsonc', '.gitignore']) cpSync(join(ROOT, name), join(folder, name));
  for (const [path, code] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), code);
  }
  const { stdout, stderr } = spawnSync(join(ROOT, 'node_modules/.bin/biome'), ['lint', '--colors=off'], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect(stderr + stdout).toContain(`Checked ${Object.keys(files).length + 1} files`);
  return stderr + stdout;
}

test.each(['@opentelemetry/api', '@chatspan/instrumentation', '../telemetry.ts'])(
  'the mock widget cannot import %s, and the shop can',
  (name) => {
    const widget = 'apps/demo-shop/src/widget/main.ts';
    expect(existsSync(join(ROOT, widget))).toBe(true);
    expect(lint({ [widget]: `import '${name}';\n` })).toContain('lint/style/noRestrictedImports');
    expect(lint({ 'apps/demo-shop/src/main.ts': `import '${name}';\n` })).not.toContain(
      'noRestrictedImports',
    );
  },
);

test('two files cannot import each other, not even types', () => {
  const a = `import type { B } from './b.ts';\n\nexport type A = B[];\n`;
  const b = `import type { A } from './a.ts';\n\nexport type B = A[];\n`;
  expect(lint({ 'a.ts': a, 'b.ts': b })).toContain('lint/suspicious/noImportCycles');
});
