import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatFinding } from './finding.ts';
import type { RegistryTexts } from './read-registry.ts';
import { REGISTRY_FILES, readRegistry } from './read-registry.ts';

const FIXTURES = join(import.meta.dirname, 'fixtures');
const CASES = readdirSync(FIXTURES).filter((name) => name !== 'valid');

describe('readRegistry', () => {
  it('finds nothing in a registry that follows the rules', () => {
    expect(findingsOf('valid')).toEqual([]);
  });

  it('has a bad registry for each of its rules', () => {
    expect(CASES).toHaveLength(21);
  });

  it.each(CASES)('finds exactly what is wrong in the bad registry %s', (name) => {
    const expected = readFileSync(join(FIXTURES, name, 'findings.txt'), 'utf8')
      .trim()
      .split('\n');
    expect(findingsOf(name)).toEqual(expected);
  });
});

/** A case holds the files that differ from the valid registry. */
function findingsOf(name: string): string[] {
  const texts = Object.fromEntries(
    REGISTRY_FILES.map((file) => {
      const own = join(FIXTURES, name, file);
      return [file, readFileSync(existsSync(own) ? own : join(FIXTURES, 'valid', file), 'utf8')];
    }),
  ) as RegistryTexts;
  return readRegistry(texts).findings.map(formatFinding);
}
