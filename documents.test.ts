import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDocument, trackedDocuments } from './documents.ts';

const root = import.meta.dirname;
const documents = trackedDocuments();

// A block that shows a file says so in a comment before it, and is that file to the letter.
const SHOWN_FILE = /<!-- file: (\S+) -->\n+```\w*\n([\s\S]*?)```/g;
const shown = documents.flatMap((document) =>
  [...readDocument(document).matchAll(SHOWN_FILE)].map(([, file, block]) => ({ document, file, block })),
);

it('finds documents, and files that they show', () => {
  expect(documents).toContain('README.md');
  expect(shown.map(({ file }) => file)).toContain('apps/demo-shop/src/telemetry.ts');
});

it.each(shown)('$document shows $file as it is', ({ file, block }) => {
  expect(block).toBe(readDocument(file as string));
});

describe.each(documents)('%s', (document) => {
  it('links to nothing that is not there', () => {
    const text = readDocument(document).replaceAll(/```[\s\S]*?```|`[^`\n]*`/g, '');
    const targets = [...text.matchAll(/\]\(([^)\s]+)\)|src(?:set)?="([^"]+)"/g)]
      .map(([, link, image]) => (link ?? image ?? '').split('#')[0] as string)
      .filter((target) => target !== '' && !/^[a-z]+:/.test(target));
    const missing = targets.filter((target) => !existsSync(join(root, dirname(document), target)));
    expect(missing).toEqual([]);
  });
});
