import { allOf } from '../all-of.ts';
import type { OutboxParts } from '../outbox-parts.ts';
import { wallMillis } from '../page/clock.ts';
import type { Adoption } from '../storage/batch-store.ts';
import { withLocalStorage } from '../storage/local-storage.ts';
import type { LeftBatch } from '../storage/unload-store.ts';
import type { BatchRecord } from './batch.ts';
import { takenOver } from './batch.ts';
import type { BatchKeeper } from './batch-keeper.ts';

/**
 * Adopts the batches of pages that are gone. Two tabs must not do this at the same time.
 * @returns the owners of the other batches, which are alive or may be.
 */
export async function adoptBatches(parts: OutboxParts, keeper: BatchKeeper): Promise<Set<string>> {
  const { tab, store, unloadStore, unanswered, pending, settings, stats } = parts;
  keeper.clock.follow();
  // Before the locks: a tab that stores its first batch after that is not gone, though its lock was not seen.
  const seen = new Set([
    ...(await store.ids().catch((): string[] => [])),
    ...(withLocalStorage(Object.keys) ?? []),
  ]);
  const isGone = await tab.goneTest(wallMillis());
  const found = await store
    .adopt(tab.id, (record) => isGone(record) && seen.has(record.id))
    .catch((error): Adoption => {
      stats.storageFailed(error);
      return { adopted: [], others: [], corruptSpans: 0 };
    });

  const unansweredIds = unanswered.ids();
  for (const record of found.adopted) {
    const batch = keeper.own(record, { possibleRepeat: unansweredIds.has(record.id) });
    // At once, before anything can be sent.
    if (batch.possibleRepeat && !settings.replayUnconfirmed) keeper.discard(batch, 'unconfirmed');
  }
  const adoptedIds = new Set(found.adopted.map(({ id }) => id));
  const livingOwners = new Set(found.others.map(({ owner }) => owner));
  const otherIds = new Set(found.others.map(({ id }) => id));
  const { left, corrupt } = unloadStore.read();

  const adoptLeft = async ({ unloadKey, record, body }: LeftBatch): Promise<void> => {
    const own = pending.get(record.id);
    if (adoptedIds.has(record.id) || own?.storage === 'stored') {
      unloadStore.remove({ unloadKey });
    } else if (own || otherIds.has(record.id)) {
      return;
    } else if (isGone(record) && seen.has(unloadKey)) {
      unloadStore.remove({ unloadKey });
      const possibleRepeat = unansweredIds.has(record.id);
      if (possibleRepeat && !settings.replayUnconfirmed) {
        unanswered.remove(record.id);
        stats.drop('unconfirmed', record.spans);
      } else {
        await keeper.keepLeft(takenOver(record, tab.id), { body, possibleRepeat });
      }
    } else {
      livingOwners.add(record.owner);
    }
  };
  // All in this task: while storage is slow, another tab may get its turn, and the visitor may withdraw consent.
  await allOf(left.map(adoptLeft));

  const records: BatchRecord[] = [...found.adopted, ...found.others, ...left.map(({ record }) => record)];
  unanswered.removeOrphans(new Set(records.map(({ id }) => id)), settings.maxAgeMillis);
  keeper.keepBounds();
  livingOwners.delete(tab.id);
  const corruptSpans = found.corruptSpans + corrupt;
  if (corruptSpans > 0) stats.drop('corrupt', corruptSpans);
  return livingOwners;
}
