import { allOf } from './all-of.ts';
import type { BatchRecord } from './batch.ts';
import { takenOver } from './batch.ts';
import type { BatchKeeper } from './batch-keeper.ts';
import type { Adoption } from './batch-store.ts';
import { withLocalStorage } from './local-storage.ts';
import type { OutboxParts } from './outbox-parts.ts';

/**
 * Takes over what pages left behind that are gone. Two tabs must not do this at the same time.
 * @returns the owners of what was not taken over, because they are alive or may be.
 */
export async function adoptBatches(
  { tab, store, unloadStore, pending, stats }: OutboxParts,
  keeper: BatchKeeper,
): Promise<Set<string>> {
  // Before the locks: a tab that starts and stores something after these were looked at is not gone.
  const seen = await store.ids().catch((): string[] => []);
  seen.push(...(withLocalStorage(Object.keys) ?? []));
  const isGone = await tab.goneTest(Date.now());
  const isLeft = (record: BatchRecord) => isGone(record) && seen.includes(record.id);
  const found = await store.adopt(tab.id, isLeft).catch((error): Adoption => {
    stats.storageFailed(error);
    return { adopted: [], others: [], corrupt: 0 };
  });
  for (const record of found.adopted) keeper.own(record);

  const livingOwners = new Set(found.others.map(({ owner }) => owner));
  const { left, corrupt } = unloadStore.read();
  // All in this task: while storage is slow, another tab may get its turn, and the visitor withdraw consent.
  await allOf(
    left.map(async ({ unloadKey, record, body }) => {
      const own = pending.get(record.id);
      if (own?.stored) unloadStore.remove({ unloadKey });
      else if (own || found.others.some(({ id }) => id === record.id)) return;
      else if (isGone(record) && seen.includes(unloadKey)) {
        unloadStore.remove({ unloadKey });
        await keeper.keep(takenOver(record, tab.id), body, true);
      } else livingOwners.add(record.owner);
    }),
  );
  keeper.dropOverflow();
  livingOwners.delete(tab.id);
  if (found.corrupt + corrupt > 0) stats.drop('corrupt', found.corrupt + corrupt);
  return livingOwners;
}
