import { execFile } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { readDocument, trackedDocuments, withoutShownFiles } from './documents.ts';

const root = join(import.meta.dirname, '../..');

// A comment before a block may declare what the block takes for granted.
const BLOCK = /(?:<!-- given: ([\s\S]*?) -->\n+)?```ts\n([\s\S]*?)```/g;

const documents = trackedDocuments()
  .map((document) => ({
    document,
    // A file that is shown is compiled where it is.
    blocks: [...withoutShownFiles(readDocument(document)).matchAll(BLOCK)],
  }))
  .filter(({ blocks }) => blocks.length > 0);

it('finds documents with code', () => {
  expect(documents.map(({ document }) => document)).toContain('packages/instrumentation/README.md');
});

it.each(trackedDocuments())('each `given` comment of %s has its block', (document) => {
  expect(withoutShownFiles(readDocument(document)).replaceAll(BLOCK, '')).not.toContain('<!-- given:');
});

it.each(documents)('the code of $document compiles', async ({ document, blocks }) => {
  // Inside the member, so that imports are found where the member finds them.
  const folder = join(root, dirname(document), 'node_modules/.cache/document-code');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const [index, [, given = '', code]] of blocks.entries()) {
    await writeFile(join(folder, `block-${index + 1}.ts`), `${code}\n${given}\nexport {};\n`);
  }
  const options = {
    lib: ['ES2023', 'DOM', 'DOM.Iterable'],
    types: ['node'],
    noUnusedLocals: false,
  };
  const config = { extends: join(root, 'tsconfig.base.json'), compilerOptions: options, include: ['*.ts'] };
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(config));
  const result = await promisify(execFile)(join(root, 'node_modules/.bin/tsc'), ['-p', folder]).catch(
    (error) => error,
  );
  expect(result.stdout).toBe('');
});
