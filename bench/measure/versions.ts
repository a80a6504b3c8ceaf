import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Row } from '../rows.ts';

/** The versions of a row's packages, as installed. */
export function versionsOf(row: Row): string {
  const folder = row.line === 'otel3' ? join('..', 'otel3') : '..';
  return row.packages
    .map((name) => {
      const file = join(import.meta.dirname, folder, 'node_modules', name, 'package.json');
      const { version }: { version: string } = JSON.parse(readFileSync(file, 'utf8'));
      return `${name} ${version}`;
    })
    .join(', ');
}
