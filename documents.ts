import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = import.meta.dirname;

/** Paths of the repository's Markdown files, from its root. */
export function trackedDocuments(): string[] {
  const listed = execFileSync('git', ['ls-files', '-z', '*.md'], { cwd: root, encoding: 'utf8' });
  return listed.split('\0').filter((path) => path !== '' && existsSync(join(root, path)));
}

export function readDocument(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}
