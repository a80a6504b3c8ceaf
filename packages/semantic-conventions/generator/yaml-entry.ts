import type { Node, Pair, Scalar } from 'yaml';
import { isMap, isScalar, isSeq, LineCounter, parseDocument, YAMLMap } from 'yaml';
import type { Finding } from './finding.ts';
import type { AttributeValue } from './registry-model.ts';

interface Source {
  readonly file: string;
  readonly lines: LineCounter;
  readonly report: (finding: Finding) => void;
}

/** A YAML mapping that knows its place in the file and reports what is wrong with it. */
export class YamlEntry {
  readonly #source: Source;
  readonly #map: YAMLMap;

  constructor(source: Source, map: YAMLMap) {
    this.#source = source;
    this.#map = map;
  }

  /** Reports `message` at the line of `key`, or of the entry where the key is absent. */
  report(message: string, key?: string): void {
    const offset =
      (key === undefined ? undefined : this.#pair(key)?.key.range?.[0]) ?? this.#map.range?.[0] ?? 0;
    this.#source.report({ file: this.#source.file, line: this.#source.lines.linePos(offset).line, message });
  }

  keys(): string[] {
    return this.#map.items.map((item) => String((item.key as Scalar).value));
  }

  has(key: string): boolean {
    return this.#map.has(key);
  }

  allowOnly(what: string, allowed: readonly string[]): void {
    for (const key of this.keys()) {
      if (!allowed.includes(key)) {
        this.report(
          `unknown key \`${key}\` in ${what}: correct it or remove it; known are ${allowed.join(', ')}`,
          key,
        );
      }
    }
  }

  value(key: string): unknown {
    const node = this.#map.get(key, true) as Node | undefined;
    return node === undefined ? undefined : isScalar(node) ? node.value : (node as YAMLMap).toJSON();
  }

  optionalText(key: string): string | undefined {
    const value = this.value(key);
    if (value === undefined) return undefined;
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
    this.report(`\`${key}\` is not a text: write one, in quotes if YAML takes it for something else`, key);
    return undefined;
  }

  text(key: string, what: string): string {
    if (!this.has(key)) this.report(`${what} has no \`${key}\`: add it`);
    return this.optionalText(key) ?? '';
  }

  /** A list of plain values; reports and skips whatever is not one. */
  values(key: string): AttributeValue[] {
    const value = this.value(key);
    if (value === undefined) return [];
    if (Array.isArray(value) && value.every((item) => ['string', 'number', 'boolean'].includes(typeof item)))
      return value;
    this.report(`\`${key}\` is not a list of plain values: write \`[first, second]\``, key);
    return [];
  }

  entry(key: string): YamlEntry | undefined {
    const node = this.#map.get(key, true);
    if (isMap(node)) return new YamlEntry(this.#source, node);
    if (node !== undefined)
      this.report(`\`${key}\` is not a mapping: write \`key: value\` pairs below it`, key);
    return undefined;
  }

  entries(key: string): YamlEntry[] {
    const node = this.#map.get(key, true);
    if (isSeq(node) && node.items.every(isMap))
      return node.items.map((item) => new YamlEntry(this.#source, item as YAMLMap));
    if (node !== undefined)
      this.report(`\`${key}\` is not a list of mappings: begin each item with \`- \``, key);
    return [];
  }

  #pair(key: string): Pair<Scalar> | undefined {
    return (this.#map.items as Pair<Scalar>[]).find((item) => item.key.value === key);
  }
}

/** Parses one registry file; a syntax error is reported and leaves an empty entry. */
export function readYaml(file: string, text: string, report: (finding: Finding) => void): YamlEntry {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, stringKeys: true });
  for (const problem of [...document.errors, ...document.warnings]) {
    const [what] = problem.message.split(/ at line \d+, column \d+/);
    report({ file, line: lines.linePos(problem.pos[0]).line, message: `not valid YAML: ${what}` });
  }
  if (document.errors.length === 0 && !isMap(document.contents)) {
    report({
      file,
      line: 1,
      message: 'the file holds no mapping: begin it with `file_format: definition/2`',
    });
  }
  return new YamlEntry({ file, lines, report }, isMap(document.contents) ? document.contents : new YAMLMap());
}
