import type { Batch, BatchRecord, RequestBody } from '../batches/batch.ts';
import { isBatchRecord } from '../batches/batch.ts';
import { withLocalStorage } from './local-storage.ts';

/** A batch that a page left in localStorage when it went away. */
export interface LeftBatch {
  unloadKey: string;
  record: BatchRecord;
  body: RequestBody;
}

/**
 * Batches in localStorage, which writes at once: a page that goes away has no time for IndexedDB. There is one key per
 * batch. Its value is the record as JSON, a line feed, and one character for each byte of the body. Where localStorage
 * is missing or forbidden, nothing is stored.
 */
export class UnloadStore {
  readonly #prefix: string;
  readonly #maxBytes: number;

  constructor(name: string, maxBytes: number) {
    this.#prefix = `${name}/`;
    this.#maxBytes = maxBytes;
  }

  /** Sets the batch's `unloadKey` if it was stored. */
  put(batch: Batch): void {
    const { body } = batch;
    if (batch.unloadKey || !body) return;
    const key = this.#prefix + batch.id;
    const value = `${recordText(batch)}\n${toCharacters(body)}`;
    const usedBytes = this.#entries().reduce((sum, entry) => sum + entry.value.length, 0);
    if (usedBytes + value.length > this.#maxBytes) return;
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
    for (const { key, value } of this.#entries()) {
      const batch = parse(key, value);
      if (batch && key === this.#prefix + batch.record.id) {
        left.push(batch);
      } else {
        corrupt += 1;
        this.remove({ unloadKey: key });
      }
    }
    return { left, corrupt };
  }

  clear(): void {
    for (const { key } of this.#entries()) this.remove({ unloadKey: key });
  }

  #entries(): { key: string; value: string }[] {
    // Not `startsWith`: another exporter's name may be `name/other`.
    const isMine = (key: string) => key.slice(0, key.lastIndexOf('/') + 1) === this.#prefix;
    const read = (storage: Storage) =>
      Object.keys(storage)
        .filter(isMine)
        .map((key) => ({ key, value: storage.getItem(key) ?? '' }));
    return withLocalStorage(read) ?? [];
  }
}

/** JSON, but not by `JSON.stringify`: old libraries change it. Ids and content types need no escaping. */
function recordText({ id, owner, contentType, time, spans, bytes }: BatchRecord): string {
  const texts = `"id":"${id}","owner":"${owner}","contentType":"${contentType}"`;
  return `{${texts},"time":${time},"spans":${spans},"bytes":${bytes}}`;
}

function parse(unloadKey: string, value: string): LeftBatch | undefined {
  const recordEnd = value.indexOf('\n');
  const body = Uint8Array.from(value.slice(recordEnd + 1), (character) => character.charCodeAt(0));
  try {
    const record: unknown = JSON.parse(value.slice(0, recordEnd));
    if (isBatchRecord(record) && record.bytes === body.length) return { unloadKey, record, body };
  } catch {
    // Not JSON: the caller removes and counts it.
  }
  return undefined;
}

// `String.fromCharCode` takes a limited number of arguments.
const CHUNK_BYTES = 8192;

function toCharacters(bytes: Uint8Array): string {
  let text = '';
  for (let start = 0; start < bytes.length; start += CHUNK_BYTES) {
    text += String.fromCharCode(...bytes.subarray(start, start + CHUNK_BYTES));
  }
  return text;
}
