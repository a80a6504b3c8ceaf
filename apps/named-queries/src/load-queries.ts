import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ParameterType } from './parameter-type.ts';
import { parameterType } from './parameter-type.ts';

/** One SQL file. */
export interface NamedQuery {
  /** The file's name without `.sql`. */
  readonly name: string;
  /** What it answers: the comment at the top of the file. */
  readonly description: string;
  readonly sql: string;
  /** By name, in the order in which the SQL has them. */
  readonly parameters: ReadonlyMap<string, ParameterType>;
}

export type NamedQueries = ReadonlyMap<string, NamedQuery>;

/** Comments, strings and quoted names, whose braces are no placeholders; then `{name:Type}`. */
export const PLACEHOLDER =
  /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`|"(?:[^"\\]|\\.)*"|\{\s*(\w+)\s*:\s*([^{}]+?)\s*\}/g;

/**
 * Reads every `*.sql` file of a folder.
 * @throws Error that names the file when its name, its comment or the type of a parameter cannot be used.
 */
export async function loadQueries(folder: string): Promise<NamedQueries> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort();
  const queries = files.map(async (file) => parseQuery(file, await readFile(join(folder, file), 'utf8')));
  return new Map((await Promise.all(queries)).map((query) => [query.name, query]));
}

/** One file's text as a query. `clickhouse-client --queries-file` runs the same text. */
export function parseQuery(file: string, text: string): NamedQuery {
  const name = basename(file, '.sql');
  if (!/^[a-z][a-z0-9-]*$/.test(name)) {
    throw new Error(`${file}: rename it. A query is named with a-z, 0-9 and hyphens.`);
  }
  const comment = /^(?:--[^\n]*\n)+/.exec(text)?.[0];
  if (comment === undefined) {
    throw new Error(`${file}: begin it with a comment ("-- …") that says what it answers.`);
  }
  return {
    name,
    description: comment.replace(/^-- ?/gm, '').trim().replaceAll('\n', ' '),
    sql: text.trim().replace(/;$/, ''),
    parameters: parametersOf(file, text),
  };
}

function parametersOf(file: string, sql: string): Map<string, ParameterType> {
  const parameters = new Map<string, ParameterType>();
  for (const [, name, typeName] of sql.matchAll(PLACEHOLDER)) {
    if (name === undefined || typeName === undefined) continue;
    const type = parameterType(typeName);
    if (type === undefined) {
      const known =
        'DateTime64(0 to 9), String, UInt8 to UInt64, Int8 to Int64, Float64, Bool, Date, or Array(…) of all but the first';
      throw new Error(`${file}: the parameter ${name} is ${typeName}. Use one of ${known}.`);
    }
    const before = parameters.get(name);
    if (before !== undefined && before.name !== type.name) {
      throw new Error(`${file}: the parameter ${name} is ${before.name} and ${type.name}. Give it one type.`);
    }
    parameters.set(name, type);
  }
  return parameters;
}
