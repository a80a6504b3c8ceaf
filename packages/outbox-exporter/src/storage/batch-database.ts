import type { DBSchema, IDBPDatabase } from 'idb';
import { deleteDB, openDB } from 'idb';
import type { BatchRecord, RequestBody } from '../batches/batch.ts';

export interface BatchSchema extends DBSchema {
  batches: { key: string; value: BatchRecord };
  bodies: { key: string; value: RequestBody };
}

export type BatchDatabase = IDBPDatabase<BatchSchema>;

export const STORES: ['batches', 'bodies'] = ['batches', 'bodies'];

const VERSION = 1;

/** The database that takes the place of one that this version cannot use. */
export const fallbackName = (name: string): string => `${name}:fallback`;

export interface OpenOptions {
  name: string;
  /** Another connection wants to delete or upgrade the database, or the browser closed it. */
  onClose: () => void;
  /** The database cannot be used, and which one takes its place. */
  onUnusable: (problem: Error) => void;
}

/**
 * Opens the database. One of a newer version, or with other stores, is left as it is, because it belongs to a newer
 * version of this exporter or to the page: a fallback database takes its place. A fallback that cannot be used either
 * is deleted and created again.
 */
export async function openBatchDatabase({ name, onClose, onUnusable }: OpenOptions): Promise<BatchDatabase> {
  const database = await openIfUsable(name, onClose);
  if (database) return database;
  const fallback = fallbackName(name);
  onUnusable(new Error(`IndexedDB database "${name}" has another format; using "${fallback}"`));
  const usable = await openIfUsable(fallback, onClose);
  if (usable) return usable;
  await deleteDB(fallback);
  const created = await openIfUsable(fallback, onClose);
  if (!created) throw new Error(`IndexedDB database "${fallback}" cannot be created`);
  return created;
}

/** Empties the database of a newer version of this exporter. Leaves databases of others as they are. */
export async function clearNewerVersion(name: string): Promise<void> {
  const database: IDBPDatabase = await openDB(name);
  try {
    const names = [...database.objectStoreNames];
    if (!STORES.every((store) => names.includes(store))) return;
    const transaction = database.transaction(names, 'readwrite');
    for (const store of names) transaction.objectStore(store).clear();
    await transaction.done;
  } finally {
    database.close();
  }
}

async function openIfUsable(name: string, onClose: () => void): Promise<BatchDatabase | undefined> {
  let database: BatchDatabase;
  try {
    database = await openDB<BatchSchema>(name, VERSION, {
      upgrade(created) {
        created.createObjectStore('batches', { keyPath: 'id' });
        created.createObjectStore('bodies');
      },
      blocking: onClose,
      terminated: onClose,
    });
  } catch (error) {
    if ((error as DOMException).name === 'VersionError') return undefined;
    throw error;
  }
  if (hasStores(database)) return database;
  database.close();
  return undefined;
}

function hasStores(database: BatchDatabase): boolean {
  if (!STORES.every((store) => database.objectStoreNames.contains(store))) return false;
  const transaction = database.transaction(STORES);
  const batches = transaction.objectStore('batches');
  const bodies = transaction.objectStore('bodies');
  return (
    batches.keyPath === 'id' && bodies.keyPath === null && !batches.autoIncrement && !bodies.autoIncrement
  );
}
