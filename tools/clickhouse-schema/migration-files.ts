import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One numbered SQL file, its placeholders still in it. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

/** Reads the migrations of the given folders, in the order of their numbers. */
export function readMigrations(folders: readonly string[]): Migration[] {
  const migrations = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => /^\d{4}_\w+\.sql$/.test(file))
      .map((file) => {
        const sql = readFileSync(join(folder, file), 'utf8');
        return {
          name: file.replace('.sql', ''),
          sql,
          checksum: createHash('sha256').update(sql).digest('hex'),
        };
      }),
  );
  return migrations.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * Replaces each `${NAME:-default}` by `variables.NAME`, or by its default.
 * @throws Error when a placeholder has neither.
 */
export function substitute(sql: string, variables: Readonly<Record<string, string>>): string {
  return sql.replace(/\$\{(\w+)(:-([^}]*))?\}/g, (placeholder, name: string, _, fallback?: string) => {
    const value = variables[name] ?? fallback;
    if (value === undefined)
      throw new Error(`No value for ${placeholder}: set ${name}, or give it a default.`);
    return value;
  });
}

/** Cuts a file into statements: a statement ends with a `;` at the end of a line. Comments alone are no statement. */
export function splitStatements(sql: string): string[] {
  return sql
    .split(/;[ \t]*(?:\r?\n|$)/)
    .map((statement) => statement.replace(/^(?:\s*--[^\n]*(?:\n|$))+/, '').trim())
    .filter((statement) => statement !== '');
}
