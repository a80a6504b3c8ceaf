import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Results } from './results.ts';

const FILE = join(import.meta.dirname, '..', 'results.json');

/** Raised whenever a part's result gets another shape: figures of an earlier one cannot be shown. */
const FORMAT = 3;

/** What earlier runs on this machine measured in this format; nothing when there was none. */
export function readResults(): Results {
  const stored = existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : {};
  return stored.format === FORMAT ? stored.parts : {};
}

export function writeResults(parts: Results): void {
  writeFileSync(FILE, `${JSON.stringify({ format: FORMAT, parts }, null, 2)}\n`);
}
