import type { IDBPObjectStore } from 'idb';
import { allOf } from '../all-of.ts';
import type { BatchRecord, RequestBody } from '../batches/batch.ts';
import { isBatchRecord, recordOf, takenOver } from '../batches/batch.ts';
import type { BatchDatabase, BatchSchema } from './batch-database.ts';
import { clearNewerVersion, openBatchDatabase, STORES } from './batch-database.ts';

type WritableStore<Name extends (typeof STORES)[number]> = IDBPObjectStore<
  BatchSchema,
  typeof STORES,
  Name,
  'readwrite'
>;

/** What `adopt` found. */
export interface Adoption {
  /** Now this tab's own. */
  adopted: BatchRecord[];
  /** Those of tabs that are alive or may be, and this tab's own. */
  others: BatchRecord[];
  /** Spans of damaged batches, which were removed; 1 for each record that is too damaged to say how many. */
  corruptSpans: number;
}

/** Batches in IndexedDB. Every method rejects when IndexedDB fails; the caller goes on from memory. */
export class BatchStore {
  readonly #name: string;
  readonly #onUnusable: (problem: Error) => void;
  #database: Promise<BatchDatabase> | undefined;
  #isFallback = false;

  constructor(name: string, onUnusable: (problem: Error) => void = () => {}) {
    this.#name = name;
    this.#onUnusable = onUnusable;
  }

  /** Writes batches and, in the same transaction, removes the one that they replace. */
  async put(
    written: (BatchRecord & { body?: RequestBody | undefined })[],
    replaced?: { id: string },
  ): Promise<void> {
    await this.#change((batches, bodies) => [
      ...written.flatMap((batch) => [
        batches.put(recordOf(batch)),
        bodies.put(batch.body as RequestBody, batch.id),
      ]),
      ...(replaced ? [batches.delete(replaced.id), bodies.delete(replaced.id)] : []),
    ]);
  }

  async remove(id: string): Promise<void> {
    await this.put([], { id });
  }

  /** Writes new times of batches that are still stored for the same owner. */
  async updateTimes(records: BatchRecord[]): Promise<void> {
    const transaction = await this.#begin('readwrite');
    const batches = transaction.objectStore('batches');
    const updates = records.map(async (record) => {
      const stored = await batches.get(record.id);
      if (stored?.owner === record.owner) await batches.put(recordOf(record));
    });
    await allOf([...updates, transaction.done]);
  }

  /** `isMine` is false when the batch is gone or has another owner. `body` is undefined when it is damaged. */
  async read({ id, owner, bytes }: BatchRecord): Promise<{ isMine: boolean; body: RequestBody | undefined }> {
    const transaction = await this.#begin('readonly');
    const [record, body] = await Promise.all([
      transaction.objectStore('batches').get(id),
      transaction.objectStore('bodies').get(id),
    ]);
    return { isMine: record?.owner === owner, body: isWhole(body, bytes) ? body : undefined };
  }

  /** Ids of all batches of all tabs. */
  async ids(): Promise<string[]> {
    return (await this.#begin('readonly')).objectStore('batches').getAllKeys();
  }

  /** Removes all batches of all tabs. */
  async clear(): Promise<void> {
    await this.#change((batches, bodies) => [batches.clear(), bodies.clear()]);
    if (this.#isFallback) await clearNewerVersion(this.#name);
  }

  /** Makes `owner` the owner of the batches for which `isGone` returns true, in one transaction. */
  async adopt(owner: string, isGone: (record: BatchRecord) => boolean): Promise<Adoption> {
    const found: Adoption = { adopted: [], others: [], corruptSpans: 0 };
    const transaction = await this.#begin('readwrite');
    const batches = transaction.objectStore('batches');
    const bodies = transaction.objectStore('bodies');
    const [records, keys] = await Promise.all([batches.getAll(), batches.getAllKeys()]);
    const work = records.map(async (record, index) => {
      const key = keys[index] ?? '';
      const isValid = isBatchRecord(record);
      if (isValid && !isGone(record)) {
        found.others.push(record);
        // The body must have the length that the record says, because the bounds are kept by these numbers.
      } else if (isValid && isWhole(await bodies.get(key), record.bytes)) {
        const mine = takenOver(record, owner);
        found.adopted.push(mine);
        await batches.put(mine);
      } else {
        found.corruptSpans += isValid ? record.spans : 1;
        await allOf([batches.delete(key), bodies.delete(key)]);
      }
    });
    await allOf([...work, transaction.done]);
    return found;
  }

  /** Closes as soon as IndexedDB answers. The next call opens it again. */
  close(): void {
    this.#database?.then((database) => database.close()).catch(() => undefined);
    this.#database = undefined;
  }

  async #change(
    work: (batches: WritableStore<'batches'>, bodies: WritableStore<'bodies'>) => Promise<unknown>[],
  ): Promise<void> {
    const transaction = await this.#begin('readwrite');
    const changes = work(transaction.objectStore('batches'), transaction.objectStore('bodies'));
    // The browser commits it even if the page goes away now.
    transaction.commit();
    await allOf([...changes, transaction.done]);
  }

  async #begin<Mode extends IDBTransactionMode>(mode: Mode) {
    const transaction = (await this.#open()).transaction(STORES, mode);
    // The caller sees the failure by its requests; the page must not see an `unhandledrejection`.
    transaction.done.catch(() => undefined);
    return transaction;
  }

  #open(): Promise<BatchDatabase> {
    const close = () => this.close();
    this.#database ??= openBatchDatabase({
      name: this.#name,
      onClose: close,
      onUnusable: (problem) => {
        if (!this.#isFallback) this.#onUnusable(problem);
        this.#isFallback = true;
      },
    });
    this.#database.catch(close);
    return this.#database;
  }
}

function isWhole(body: unknown, bytes: number): boolean {
  return body instanceof Uint8Array && body.length === bytes;
}
