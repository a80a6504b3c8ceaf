import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDocument, trackedDocuments, withoutShownFiles, withShownFiles } from './documents.ts';

const documents = trackedDocuments();

it('shows the set-up of the demo in the README', () => {
  expect(readDocument('README.md')).toContain('<!-- file: apps/demo-shop/src/telemetry.ts -->');
  expect(withoutShownFiles(readDocument('README.md'))).not.toContain('new ShoppingChatInstrumentation');
});

it('names every room of the instrumentation in the picture of the README', () => {
  const [picture = ''] = readDocument('README.md').match(/```mermaid[\s\S]*?```/) ?? [];
  const source = join(import.meta.dirname, '../../packages/instrumentation/src');
  const rooms = readdirSync(source, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(picture.match(/\w+(?=\/[^\w])/g)?.toSorted()).toEqual(rooms.map(({ name }) => name).toSorted());
});

describe.each(documents)('%s', (document) => {
  it('shows files as they are (`pnpm generate` writes them)', () => {
    const text = readDocument(document);
    expect(text).toBe(withShownFiles(text));
    // Each comment that names a file has its block.
    expect(withoutShownFiles(text)).not.toContain('<!-- file:');
  });

  it('links to nothing that is not there', () => {
    const text = readDocument(document).replaceAll(/```[\s\S]*?```|`[^`\n]*`/g, '');
    const targets = [...text.matchAll(/\]\(([^)\s]+)\)|src(?:set)?="([^"]+)"/g)]
      .map(([, link, image]) => (link ?? image ?? '').split('#')[0] as string)
      .filter((target) => target !== '' && !/^[a-z]+:/.test(target));
    const missing = targets.filter(
      (target) => !existsSync(join(import.meta.dirname, '../..', dirname(document), target)),
    );
    expect(missing).toEqual([]);
  });
});
