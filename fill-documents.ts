import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDocument, trackedDocuments, withShownFiles } from './documents.ts';

// Part of `pnpm generate`: the files that a document shows, as they are now.
for (const document of trackedDocuments()) {
  const text = readDocument(document);
  const filled = withShownFiles(text);
  if (filled !== text) writeFileSync(join(import.meta.dirname, document), filled);
}
