// `node generator/generate.ts` writes what the registry says; with `--check` it compares in memory and writes nothing.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { formatFinding } from './finding.ts';
import { planGeneration } from './plan-generation.ts';
import { absolutePath, readGenerated, readReadmes, readRegistryTexts } from './repository-files.ts';

const ADVICE = {
  missing: 'is missing: run `pnpm generate`',
  stale: 'is stale: run `pnpm generate`',
  extra: 'is extra, the registry does not ask for it: run `pnpm generate`, which removes it',
} as const;

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const { findings, expected, differences } = planGeneration(
  readRegistryTexts(),
  readGenerated(),
  readReadmes(),
);

if (findings.length > 0) {
  for (const finding of findings) console.error(formatFinding(finding));
  process.exitCode = 1;
} else if (values.check && differences.length > 0) {
  for (const { path, kind } of differences) console.error(`${path} ${ADVICE[kind]}`);
  process.exitCode = 1;
} else {
  for (const { path, kind } of differences) {
    if (kind === 'extra') rmSync(absolutePath(path));
    else write(absolutePath(path), expected.get(path) ?? '');
  }
  console.log(`${expected.size} files are what the registry says; ${differences.length} changed.`);
}

function write(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}
