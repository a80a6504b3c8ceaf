// `pnpm generate` writes what is made of other files; with `--check` it names what it would write, and writes nothing.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readDocument, trackedDocuments, withShownFiles } from './documents.ts';

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });

const root = join(import.meta.dirname, '../..');
const registry = join(root, 'packages', 'semantic-conventions', 'generator', 'generate.ts');
const { status } = spawnSync(process.execPath, [registry, ...process.argv.slice(2)], { stdio: 'inherit' });
if (status !== 0) process.exitCode = 1;

// After it: documents may show what it writes.
for (const path of trackedDocuments()) {
  const text = readDocument(path);
  const filled = withShownFiles(text);
  if (filled === text) continue;
  if (values.check) {
    console.error(`${path} is stale: it shows a file as it was; run \`pnpm generate\``);
    process.exitCode = 1;
  } else {
    writeFileSync(join(root, path), filled);
  }
}
