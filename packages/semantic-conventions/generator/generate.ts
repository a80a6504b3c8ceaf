import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { formatFinding } from './finding.ts';
import { generatedFiles } from './generated-files.ts';
import type { RegistryTexts } from './read-registry.ts';
import { REGISTRY_FILES, readRegistry } from './read-registry.ts';

const PACKAGE = join(import.meta.dirname, '..');
const texts = Object.fromEntries(
  REGISTRY_FILES.map((name) => [name, readFileSync(join(PACKAGE, 'registry', name), 'utf8')]),
) as RegistryTexts;
const { registry, findings } = readRegistry(texts);
for (const finding of findings) console.error(formatFinding(finding));
if (findings.length > 0) process.exit(1);
for (const [path, content] of generatedFiles(registry)) {
  mkdirSync(dirname(join(PACKAGE, path)), { recursive: true });
  writeFileSync(join(PACKAGE, path), content);
}
