import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

// A block that shows a file says so in a comment before it.
const SHOWN_FILE = /(<!-- file: (\S+) -->\n+```\w*\n)[\s\S]*?```/g;

/** Paths of the repository's Markdown files, from its root. */
export function trackedDocuments(): string[] {
  const listed = execFileSync('git', ['ls-files', '-z', '*.md'], { cwd: root, encoding: 'utf8' });
  return listed.split('\0').filter((path) => path !== '' && existsSync(join(root, path)));
}

export function readDocument(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** The text with the files that it shows as they are now. */
export function withShownFiles(text: string): string {
  return text.replaceAll(SHOWN_FILE, (_, head: string, file: string) => `${head}${readDocument(file)}\`\`\``);
}

/** The text without the files that it shows. */
export function withoutShownFiles(text: string): string {
  return text.replaceAll(SHOWN_FILE, '');
}
