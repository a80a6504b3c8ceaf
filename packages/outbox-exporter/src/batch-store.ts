import type { DBSchema, IDBPDatabase, IDBPObjectStore } from 'idb';
import { openDB } from 'idb';
import { allOf } from './all-of.ts';
import type { BatchRecord } from './batch.ts';
import { isBatchRecord, recordOf, takenOver } from './batch.ts';

interface Schema extends DBSchema {
  batches: { key: string; value: BatchRecord };
  bodies: { key: string; value: Uint8Array<ArrayBuffer> };
}

const STORES: ['batches', 'bodies'] = ['batches', 'bodies'];

type Body = Uint8Array<ArrayBuffer>;

type Store<Name extends (typeof STORES)[number]> = IDBPObjectStore<
  Schema,
  ['batches', 'bodies'],
  Name,
  'readwrite'
>;

/** What `adopt` found. */
export interface Adoption {
  /** Now the tab's own. */
  adopted: BatchRecord[];
  /** Belong to tabs that are alive, or may be; the tab's own as well. */
  others: BatchRecord[];
  /** Records that could not be understood, and are removed. */
  corrupt: number;
}

/** Batches in IndexedDB. Every method rejects when IndexedDB does; the caller goes on from memory. */
export class BatchStore {
  readonly #name: string;
  #database: Promise<IDBPDatabase<Schema>> | undefined;

  constructor(name: string) {
    this.#name = name;
  }

  /** Writes batches, if any, and in the same transaction removes the one that they replace. */
  async put(
    written: (BatchRecord & { body?: Body | undefined })[],
    replaced?: Pick<BatchRecord, 'id'>,
  ): Promise<void> {
    await this.#change((batches, bodies) => [
      ...written.flatMap((batch) => [batches.put(recordOf(batch)), bodies.put(batch.body as Body, batch.id)]),
      ...(replaced ? [batches.delete(replaced.id), bodies.delete(replaced.id)] : []),
    ]);
  }

  /** `isMine` is false when the batch is gone or has another owner by now; `body` is absent when it is damaged. */
  async read({
    id,
    owner,
  }: BatchRecord): Promise<{ isMine: boolean; body: Uint8Array<ArrayBuffer> | undefined }> {
    const transaction = await this.#begin('readonly');
    const [record, body] = await Promise.all([
      transaction.objectStore('batches').get(id),
      transaction.objectStore('bodies').get(id),
    ]);
    return { isMine: record?.owner === owner, body: body instanceof Uint8Array ? body : undefined };
  }

  /** Of every batch of every tab. */
  async ids(): Promise<string[]> {
    return (await this.#begin('readonly')).objectStore('batches').getAllKeys();
  }

  /** Removes every batch of every tab. */
  async clear(): Promise<void> {
    await this.#change((batches, bodies) => [batches.clear(), bodies.clear()]);
  }

  /** Makes the batches of tabs that are gone `owner`'s, in one transaction. */
  async adopt(owner: string, isGone: (record: BatchRecord) => boolean): Promise<Adoption> {
    const found: Adoption = { adopted: [], others: [], corrupt: 0 };
    const transaction = await this.#begin('readwrite');
    const batches = transaction.objectStore('batches');
    const [records, keys] = await Promise.all([batches.getAll(), batches.getAllKeys()]);
    const writes: Promise<unknown>[] = [];
    records.forEach((record, index) => {
      if (!isBatchRecord(record)) {
        found.corrupt += 1;
        const key = keys[index] ?? '';
        writes.push(batches.delete(key), transaction.objectStore('bodies').delete(key));
      } else if (isGone(record)) {
        const mine = takenOver(record, owner);
        found.adopted.push(mine);
        writes.push(batches.put(mine));
      } else {
        found.others.push(record);
      }
    });
    await allOf([...writes, transaction.done]);
    return found;
  }

  /** Closes as soon as IndexedDB answers; the next call opens again. */
  close(): void {
    this.#database?.then((database) => database.close()).catch(() => undefined);
    this.#database = undefined;
  }

  async #change(
    work: (batches: Store<'batches'>, bodies: Store<'bodies'>) => Promise<unknown>[],
  ): Promise<void> {
    const transaction = await this.#begin('readwrite');
    const changes = work(transaction.objectStore('batches'), transaction.objectStore('bodies'));
    // A page that goes away now still has its transaction committed.
    transaction.commit();
    await allOf([...changes, transaction.done]);
  }

  async #begin<Mode extends IDBTransactionMode>(mode: Mode) {
    const transaction = (await this.#open()).transaction(STORES, mode);
    // Not the page's business (`unhandledrejection`): the requests, and whoever waits for `done`, see it too.
    transaction.done.catch(() => undefined);
    return transaction;
  }

  #open(): Promise<IDBPDatabase<Schema>> {
    const close = () => this.close();
    this.#database ??= openDB<Schema>(this.#name, 1, {
      upgrade(database) {
        database.createObjectStore('batches', { keyPath: 'id' });
        database.createObjectStore('bodies');
      },
      // Somebody wants to delete or upgrade the database: an open connection would hold them up.
      blocking: close,
      terminated: close,
    });
    this.#database.catch(close);
    return this.#database;
  }
}
