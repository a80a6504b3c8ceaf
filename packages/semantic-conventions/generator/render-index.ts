import { HEADER } from './render-typescript.ts';

const LINE_WIDTH = 110;

/** The package's entry: everything that the given generated modules export, by name and in biome's form. */
export function renderIndex(modules: readonly (readonly [path: string, content: string])[]): string {
  return HEADER + modules.map(([path, content]) => exportsOf(path, content)).join('');
}

function exportsOf(path: string, content: string): string {
  const values = namesOf(content, /^export const (\w+)/gm);
  const types = namesOf(content, /^export (?:interface|type) (\w+)/gm);
  return exportList('export', values, path) + exportList('export type', types, path);
}

function namesOf(content: string, pattern: RegExp): string[] {
  const names = [...content.matchAll(pattern)].map((match) => match[1] as string);
  return names.toSorted((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
}

function exportList(keyword: string, names: readonly string[], path: string): string {
  if (names.length === 0) return '';
  const line = `${keyword} { ${names.join(', ')} } from '${path}';\n`;
  if (line.length <= LINE_WIDTH) return line;
  return `${keyword} {\n${names.map((name) => `  ${name},\n`).join('')}} from '${path}';\n`;
}
