import { allOf } from '../all-of.ts';
import { compressionKey } from '../delivery/compression.ts';
import { PatchedJsonError } from '../format/native-json.ts';
import type { OutboxParts } from '../outbox-parts.ts';
import { wallMillis } from '../page/clock.ts';
import { inTime } from '../storage/in-time.ts';
import type { DropReason } from '../types.ts';
import { Backpressure } from './backpressure.ts';
import type { Batch, BatchRecord, RequestBody } from './batch.ts';
import { newBatch } from './batch.ts';
import { ClockFollower } from './clock-follower.ts';
import { halveBatch } from './halve-batch.ts';

/** Keeps batches in memory and in storage, in step with each other, until they are acknowledged or dropped. */
export class BatchKeeper {
  /** Resolves when batches that are not kept any more are out of storage. */
  removals: Promise<void> = Promise.resolve();
  readonly room: Backpressure;
  readonly clock: ClockFollower;
  readonly #parts: OutboxParts;

  constructor(parts: OutboxParts) {
    this.#parts = parts;
    this.room = new Backpressure(parts);
    this.clock = new ClockFollower(parts);
  }

  /** Keeps a batch. Resolves when it is stored, or when storage has failed or is late. */
  async keep(record: BatchRecord, body: RequestBody): Promise<void> {
    const batch = newBatch(record, { storage: 'writing', adopted: false, body });
    this.#parts.pending.set(batch.id, batch);
    this.keepBounds();
    await this.#write([batch]);
  }

  /** Keeps a batch that another page left in localStorage. */
  async keepLeft(record: BatchRecord, state: { body: RequestBody; possibleRepeat: boolean }): Promise<void> {
    const batch = newBatch(record, { storage: 'writing', adopted: true, ...state });
    this.#parts.pending.set(batch.id, batch);
    // At once, under its new owner.
    this.#parts.unloadStore.put(batch);
    await this.#write([batch]);
  }

  /** Keeps a batch that is in IndexedDB already. */
  own(record: BatchRecord, { possibleRepeat }: { possibleRepeat: boolean }): Batch {
    const batch = newBatch(record, { storage: 'stored', adopted: true, possibleRepeat });
    this.#parts.pending.set(record.id, batch);
    return batch;
  }

  /** The page was in the back/forward cache. Another page may own what is stored by now; adoption finds out. */
  disownStored(): void {
    for (const batch of this.#parts.pending.inOrder()) {
      if (batch.storage === 'stored' || batch.unloadKey) {
        this.#parts.pending.delete(batch.id);
        batch.owner = '';
      }
    }
  }

  /** Writes at once what IndexedDB has not confirmed. */
  saveForExit(): void {
    this.clock.follow();
    for (const batch of this.#parts.pending.inOrder()) {
      if (batch.storage !== 'stored') this.#parts.unloadStore.put(batch);
    }
  }

  /** Frees memory: bodies that can be read back from storage. */
  releaseBodies(): void {
    for (const batch of this.#parts.pending.values()) {
      if (batch.storage === 'stored' && !batch.inFlight) batch.body = undefined;
    }
  }

  /** @returns undefined when the batch belongs to another tab by now, or is damaged. @throws when IndexedDB fails. */
  async readBody(batch: Batch): Promise<RequestBody | undefined> {
    const { isMine, body } = await inTime(this.#parts.store.read(batch));
    if (!isMine) {
      this.#parts.pending.delete(batch.id);
      return undefined;
    }
    if (!body) this.discard(batch, 'corrupt');
    return body;
  }

  /** The receiver has it. */
  forget(batch: Batch): void {
    this.#parts.pending.delete(batch.id);
    this.#remove(batch);
  }

  /** Drops a batch. */
  discard(batch: Batch, reason: DropReason, detail?: string): void {
    if (!this.#parts.pending.delete(batch.id)) return;
    this.#remove(batch);
    this.#parts.stats.drop(reason, batch.spans, detail);
  }

  /** Drops batches above the bounds. */
  keepBounds(): void {
    for (const batch of this.room.overflow()) this.discard(batch, 'overflow');
    this.room.wake();
  }

  dropExpired(): void {
    this.clock.follow();
    const oldest = wallMillis() - this.#parts.settings.maxAgeMillis;
    const expired = [...this.#parts.pending.values()].filter(
      ({ inFlight, time }) => !inFlight && time < oldest,
    );
    for (const batch of expired) this.discard(batch, 'expired');
  }

  /** Puts two batches in the place of one. */
  async halve(batch: Batch, body: RequestBody, detail: string): Promise<void> {
    let halves: Batch[];
    try {
      halves = halveBatch(batch, body);
    } catch (error) {
      if (error instanceof PatchedJsonError) this.#parts.schedule.defer(batch);
      else this.discard(batch, 'corrupt', `${detail}; ${error}`);
      return;
    }
    const { pending, unanswered, unloadStore } = this.#parts;
    pending.delete(batch.id);
    for (const half of halves) {
      pending.set(half.id, half);
      if (half.possibleRepeat) unanswered.add(half.id);
    }
    await this.#write(halves, batch);
    unloadStore.remove(batch);
    unanswered.remove(batch.id);
  }

  /** Removes everything of every tab. @throws when IndexedDB fails. */
  async clear(): Promise<void> {
    const { pending, stats, unloadStore, unanswered, settings, store } = this.#parts;
    for (const batch of pending.inOrder()) {
      pending.delete(batch.id);
      stats.drop('cleared', batch.spans);
    }
    this.room.wake();
    unloadStore.clear();
    unanswered.clear();
    unloadStore.remove({ unloadKey: compressionKey(settings.name) });
    await inTime(store.clear());
  }

  async #write(batches: Batch[], replaced?: Batch): Promise<void> {
    const { tab, store, stats, pending, unanswered } = this.#parts;
    // Not before other tabs can see that the owner is alive.
    const written = tab
      .hold()
      .then(() => store.put(batches, replaced))
      .then(() => {
        for (const batch of batches) this.#confirm(batch, { isNew: !replaced });
      });
    try {
      await inTime(written);
    } catch (error) {
      stats.storageFailed(error, batches.length);
    }
    for (const batch of batches) {
      if (batch.storage !== 'writing') continue;
      batch.storage = 'memory';
      if (!pending.has(batch.id)) unanswered.remove(batch.id);
    }
  }

  #confirm(batch: Batch, { isNew }: { isNew: boolean }): void {
    const { stats, unloadStore, pending } = this.#parts;
    batch.storage = 'stored';
    if (isNew) stats.add('stored', batch.spans);
    unloadStore.remove(batch);
    // It was acknowledged or dropped before it was written. Without an owner it belongs to adoption.
    if (batch.owner && !pending.has(batch.id)) this.#remove(batch);
  }

  #remove(batch: Batch): void {
    const { unloadStore, stats, store, unanswered } = this.#parts;
    unloadStore.remove(batch);
    stats.changed();
    this.room.wake();
    if (batch.storage === 'memory') unanswered.remove(batch.id);
    // A batch that is still being written is removed by `#confirm`.
    if (batch.storage !== 'stored') return;
    const removal = store
      .remove(batch.id)
      // Not before: a page that ends in between leaves a batch that the receiver has.
      .then(() => unanswered.remove(batch.id))
      .catch((error) => stats.storageFailed(error));
    this.removals = allOf([this.removals, removal]);
  }
}
