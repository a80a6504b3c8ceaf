// `node generator/generate.ts` writes what the registry says; with `--check` it compares in memory and writes nothing.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import type { Difference } from './compare-files.ts';
import { compareFiles } from './compare-files.ts';
import { formatFinding } from './finding.ts';
import { generatedFiles, renewReadmes } from './generated-files.ts';
import { readRegistry } from './read-registry.ts';
import {
  absolutePath,
  packagePath,
  readGenerated,
  readReadmes,
  readRegistryTexts,
} from './repository-files.ts';

const ADVICE = {
  missing: 'is missing: run `pnpm generate`',
  stale: 'is stale: run `pnpm generate`',
  extra: 'is extra, the registry does not ask for it: run `pnpm generate`, which removes it',
} as const;

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const { registry, findings } = readRegistry(readRegistryTexts());
const readmes = readReadmes();
const renewed = renewReadmes(readmes, registry);
const expected = new Map([...generatedFiles(registry), ...renewed.files]);
const registryFindings = findings.map((finding) => ({
  ...finding,
  file: packagePath(`registry/${finding.file}`),
}));
const problems = [...registryFindings, ...renewed.findings];
const differences = compareFiles(expected, new Map([...readGenerated(), ...readmes]));

if (problems.length > 0) {
  for (const problem of problems) console.error(formatFinding(problem));
  process.exitCode = 1;
} else if (values.check) {
  for (const { path, kind } of differences) console.error(`${path} ${ADVICE[kind]}`);
  if (differences.length > 0) process.exitCode = 1;
  else console.log(`${expected.size} files are what the registry says.`);
} else {
  for (const difference of differences) apply(difference);
  console.log(`${expected.size} files are what the registry says; ${differences.length} changed.`);
}

function apply({ path, kind }: Difference): void {
  if (kind === 'extra') {
    rmSync(absolutePath(path));
  } else {
    mkdirSync(dirname(absolutePath(path)), { recursive: true });
    writeFileSync(absolutePath(path), expected.get(path) ?? '');
  }
}
