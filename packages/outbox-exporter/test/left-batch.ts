import { expect } from 'vitest';
import type { BatchRecord } from '../src/batches/batch.ts';
import { newBatch } from '../src/batches/batch.ts';
import { UnloadStore } from '../src/storage/unload-store.ts';

/** What a page that is gone left: one span named `span`. */
export function leftBatch(span: string, ageMillis = 0): BatchRecord & { body: Uint8Array<ArrayBuffer> } {
  const request = { resourceSpans: [{ scopeSpans: [{ spans: [{ name: span }] }] }] };
  const body = new TextEncoder().encode(JSON.stringify(request));
  const record: BatchRecord = {
    id: `gone.${span}`,
    owner: 'gone',
    time: Date.now() - ageMillis,
    spans: 1,
    bytes: body.length,
    contentType: 'application/json',
  };
  return { ...record, body };
}

export function leaveInLocalStorage(name: string, batch: ReturnType<typeof leftBatch>): void {
  new UnloadStore(name, 10_000).put(
    newBatch(batch, { body: batch.body, storage: 'writing', adopted: false }),
  );
  expect(leftKeys(name)).toContain(`${name}/${batch.id}`);
}

/** Keys of what is in localStorage under this name. */
export const leftKeys = (name: string): string[] =>
  Object.keys(localStorage).filter((key) => key.startsWith(`${name}/`));
