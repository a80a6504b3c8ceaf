import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RegistryTexts } from './read-registry.ts';
import { REGISTRY_FILES } from './read-registry.ts';

const REPOSITORY: string = join(import.meta.dirname, '../../..');
const PACKAGE = 'packages/semantic-conventions';

/** Where everything is generated, so that a file which the registry does not ask for is extra. */
const GENERATED = [
  `${PACKAGE}/src/generated/**`,
  `${PACKAGE}/src/index.ts`,
  `${PACKAGE}/docs/semantic-conventions/**`,
];
const DOCUMENTS = ['**/*.md'];

export function absolutePath(path: string): string {
  return join(REPOSITORY, path);
}

export function packagePath(path: string): string {
  return `${PACKAGE}/${path}`;
}

export function readRegistryTexts(folder: string = absolutePath(packagePath('registry'))): RegistryTexts {
  return Object.fromEntries(
    REGISTRY_FILES.map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  ) as RegistryTexts;
}

/** Path from the repository's root → content. */
export function readGenerated(): Map<string, string> {
  return readAll(GENERATED);
}

/** The READMEs that hold a marked table. */
export function readReadmes(): Map<string, string> {
  return new Map(
    [...readAll(DOCUMENTS)].filter(
      ([, text]) => text.includes('semconv -->') || text.includes('<!-- semconv:'),
    ),
  );
}

function readAll(patterns: readonly string[]): Map<string, string> {
  const entries = globSync(patterns, {
    cwd: REPOSITORY,
    exclude: ['**/node_modules'],
    withFileTypes: true,
  }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).toSorted();
  return new Map(
    paths.map((path) => [
      path.slice(REPOSITORY.length + 1).replaceAll('\\', '/'),
      readFileSync(path, 'utf8'),
    ]),
  );
}
