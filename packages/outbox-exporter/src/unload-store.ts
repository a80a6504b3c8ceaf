import type { Batch, BatchRecord } from './batch.ts';
import { isBatchRecord, recordOf } from './batch.ts';
import { withLocalStorage } from './local-storage.ts';

/** A batch left in localStorage by a page that went away. */
export interface LeftBatch {
  unloadKey: string;
  record: BatchRecord;
  body: Uint8Array<ArrayBuffer>;
}

/**
 * Batches in localStorage: written at once, where a page that goes away has no time for IndexedDB. One key a batch;
 * the value is its record as JSON, a line feed, and one character per byte of the body. Without localStorage it takes
 * nothing and has nothing.
 */
export class UnloadStore {
  readonly #prefix: string;
  readonly #maxBytes: number;

  constructor(name: string, maxBytes: number) {
    this.#prefix = `${name}/`;
    this.#maxBytes = maxBytes;
  }

  /** Gives the batch its `unloadKey` when it could be stored. */
  put(batch: Batch): void {
    const { body } = batch;
    if (batch.unloadKey || !body) return;
    const key = this.#prefix + batch.id;
    const value = `${JSON.stringify(recordOf(batch))}\n${toCharacters(body)}`;
    const used = this.#entries().reduce((sum, [, stored]) => sum + stored.length, 0);
    if (used + value.length > this.#maxBytes) return;
    withLocalStorage((storage) => {
      storage.setItem(key, value);
      batch.unloadKey = key;
    });
  }

  remove(batch: Pick<Batch, 'unloadKey'>): void {
    const { unloadKey } = batch;
    if (unloadKey) withLocalStorage((storage) => storage.removeItem(unloadKey));
    batch.unloadKey = undefined;
  }

  /** All batches in the store, and how many damaged ones were removed. */
  read(): { left: LeftBatch[]; corrupt: number } {
    const left: LeftBatch[] = [];
    let corrupt = 0;
    for (const [unloadKey, value] of this.#entries()) {
      const batch = parse(unloadKey, value);
      if (batch) {
        left.push(batch);
      } else {
        corrupt += 1;
        this.remove({ unloadKey });
      }
    }
    return { left, corrupt };
  }

  clear(): void {
    for (const [unloadKey] of this.#entries()) this.remove({ unloadKey });
  }

  #entries(): [key: string, value: string][] {
    const read = (storage: Storage) =>
      Object.keys(storage)
        .filter((key) => key.slice(0, key.lastIndexOf('/') + 1) === this.#prefix)
        .map((key): [string, string] => [key, storage.getItem(key) ?? '']);
    return withLocalStorage(read) ?? [];
  }
}

function parse(unloadKey: string, value: string): LeftBatch | undefined {
  const end = value.indexOf('\n');
  const body = Uint8Array.from(value.slice(end + 1), (character) => character.charCodeAt(0));
  try {
    const record: unknown = JSON.parse(value.slice(0, end));
    if (isBatchRecord(record) && record.bytes === body.length) return { unloadKey, record, body };
  } catch {
    // Not JSON: the caller removes and counts it.
  }
  return undefined;
}

const CHUNK = 8192;

function toCharacters(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += CHUNK) {
    text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  }
  return text;
}
