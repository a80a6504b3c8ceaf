import { describe, expect, it } from 'vitest';
import { formatFinding } from './finding.ts';
import { readRegistry } from './read-registry.ts';
import { readRegistryTexts } from './repository-files.ts';

const texts = readRegistryTexts();

function findingsWith(spans: string): string[] {
  return readRegistry({ ...texts, 'spans.yaml': spans }).findings.map(formatFinding);
}

describe('readYaml', () => {
  it('reports a syntax error alone, not what it makes the file lack', () => {
    expect(findingsWith('file_format: definition/2\nspans:\n  - type: [shopping_chat.session\n')).toEqual([
      'spans.yaml:4: not valid YAML: Flow sequence in block collection must be sufficiently indented and end with a ]',
    ]);
  });

  it('reports a key that is there twice', () => {
    expect(findingsWith('file_format: definition/2\nspans: []\nspans: []\n')).toEqual([
      'spans.yaml:3: not valid YAML: Map keys must be unique',
    ]);
  });

  it('reports a file without a mapping', () => {
    expect(findingsWith('- spans\n')).toEqual([
      'spans.yaml:1: the file holds no mapping: begin it with `file_format: definition/2`',
    ]);
  });

  it('reports a list whose items are not mappings', () => {
    expect(findingsWith('file_format: definition/2\nspans:\n  - shopping_chat.session\n')).toContain(
      'spans.yaml:2: `spans` is not a list of mappings: begin each item with `- `',
    );
  });
});
