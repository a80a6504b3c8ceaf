import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One numbered SQL file, with its placeholders. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
  /** Of the statements: comments can change without a new schema. */
  readonly checksum: string;
}

/**
 * Reads the migrations of the given folders in the order of their names. A cluster file has the name of its table's file
 * with a suffix, so it comes next.
 */
export function readMigrations(folders: readonly string[]): Migration[] {
  const migrations = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => /^\d{4}_\w+\.sql$/.test(file))
      .map((file) => {
        const sql = readFileSync(join(folder, file), 'utf8');
        return {
          name: file.replace('.sql', ''),
          sql,
          checksum: createHash('sha256').update(withoutComments(sql)).digest('hex'),
        };
      }),
  );
  return migrations.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function withoutComments(sql: string): string {
  return sql.replace(/^[ \t]*--[^\n]*\n/gm, '');
}

/**
 * Replaces each `${NAME:-default}` with `variables.NAME`, or with its default.
 * @throws Error if a placeholder has neither.
 */
export function substitute(sql: string, variables: Readonly<Record<string, string>>): string {
  return sql.replace(/\$\{(\w+)(:-([^}]*))?\}/g, (placeholder, name: string, _, fallback?: string) => {
    const value = variables[name] ?? fallback;
    if (value === undefined) throw new Error(`No value for ${placeholder}. Set ${name}, or add a default.`);
    return value;
  });
}

/** Splits a file into statements. A statement ends with a `;` at the end of a line; comments alone are not a statement. */
export function splitStatements(sql: string): string[] {
  return sql
    .split(/;[ \t]*(?:\r?\n|$)/)
    .map((statement) => statement.replace(/^(?:\s*--[^\n]*(?:\n|$))+/, '').trim())
    .filter((statement) => statement !== '');
}
