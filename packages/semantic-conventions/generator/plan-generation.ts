import type { Difference } from './compare-files.ts';
import { compareFiles } from './compare-files.ts';
import type { Finding } from './finding.ts';
import { generatedFiles, renewReadmes } from './generated-files.ts';
import type { RegistryTexts } from './read-registry.ts';
import { readRegistry } from './read-registry.ts';
import { packagePath } from './repository-files.ts';

export interface Plan {
  /** What keeps the registry or a README from being rendered. */
  readonly findings: readonly Finding[];
  /** Path from the repository's root → content; empty where there are findings. */
  readonly expected: ReadonlyMap<string, string>;
  readonly differences: readonly Difference[];
}

/** Says what there should be and how it differs from the files that are there, without touching any. */
export function planGeneration(
  texts: RegistryTexts,
  generated: ReadonlyMap<string, string>,
  readmes: ReadonlyMap<string, string>,
): Plan {
  const { registry, findings } = readRegistry(texts);
  if (!registry) {
    const inPackage = findings.map((finding) => ({
      ...finding,
      file: packagePath(`registry/${finding.file}`),
    }));
    return { findings: inPackage, expected: new Map(), differences: [] };
  }
  const renewed = renewReadmes(readmes, registry);
  if (renewed.findings.length > 0)
    return { findings: renewed.findings, expected: new Map(), differences: [] };
  const expected = new Map([...generatedFiles(registry), ...renewed.files]);
  return { findings: [], expected, differences: compareFiles(expected, new Map([...generated, ...readmes])) };
}
