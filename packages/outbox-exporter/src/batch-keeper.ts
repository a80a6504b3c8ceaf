import type { Batch, BatchRecord } from './batch.ts';
import { newBatch } from './batch.ts';
import { inTime } from './in-time.ts';
import type { OutboxParts } from './outbox-parts.ts';
import type { DropReason } from './types.ts';

type Body = Uint8Array<ArrayBuffer>;

/** Keeps batches in memory and in storage, in step with each other, until they are acknowledged or given up. */
export class BatchKeeper {
  readonly #parts: OutboxParts;

  constructor(parts: OutboxParts) {
    this.#parts = parts;
  }

  /** Takes responsibility for a batch. Resolves when it is stored, or when storage has failed or is late. */
  async keep(record: BatchRecord, body: Body, adopted = false): Promise<void> {
    const batch = newBatch(record, { body, adopted });
    this.#parts.pending.set(batch.id, batch);
    // Under its new owner.
    if (adopted) this.#parts.unloadStore.put(batch);
    this.dropOverflow();
    await this.#write([batch]);
  }

  /** Takes responsibility for a batch that is in IndexedDB already. */
  own(record: BatchRecord): void {
    this.#parts.pending.set(record.id, newBatch(record, { stored: true, adopted: true }));
  }

  /** The page was away: what is in storage may have been taken over meanwhile, and is for `adoptBatches` to find. */
  loseStored(): void {
    for (const batch of this.#parts.pending.inOrder()) {
      if (batch.stored || batch.unloadKey) {
        this.#parts.pending.delete(batch.id);
        batch.owner = '';
      }
    }
  }

  /** Writes at once what IndexedDB has not confirmed. */
  saveForExit(): void {
    for (const batch of this.#parts.pending.inOrder()) if (!batch.stored) this.#parts.unloadStore.put(batch);
  }

  /** Lets go of bodies that can be read back. */
  releaseBodies(): void {
    for (const batch of this.#parts.pending.inOrder())
      if (batch.stored && !batch.inFlight) batch.body = undefined;
  }

  /** @returns undefined when the batch is another's by now, or damaged. @throws when IndexedDB does. */
  async readBody(batch: Batch): Promise<Body | undefined> {
    const { isMine, body } = await inTime(this.#parts.store.read(batch));
    if (!isMine) this.#parts.pending.delete(batch.id);
    else if (!body) this.discard(batch, 'corrupt');
    return isMine ? body : undefined;
  }

  /** The receiver has it. */
  forget(batch: Batch): void {
    this.#parts.pending.delete(batch.id);
    this.#removeStored(batch);
  }

  /** Gives a batch up. */
  discard(batch: Batch, reason: DropReason, detail?: string): void {
    if (!this.#parts.pending.delete(batch.id)) return;
    this.#removeStored(batch);
    this.#parts.stats.drop(reason, batch.spans, detail);
  }

  /** Keeps the bounds. */
  dropOverflow(): void {
    const { maxStoredBatches, maxStoredBytes } = this.#parts.settings;
    for (const old of this.#parts.pending.overflow(maxStoredBatches, maxStoredBytes))
      this.discard(old, 'overflow');
  }

  dropExpired(): void {
    for (const batch of this.#parts.pending.inOrder()) {
      if (!batch.inFlight && batch.time < Date.now() - this.#parts.settings.maxAge)
        this.discard(batch, 'expired');
    }
  }

  /** Puts two batches in the place of one. */
  async halve(batch: Batch, body: Body, detail: string): Promise<void> {
    const middle = batch.spans >> 1;
    let bodies: Body[];
    try {
      bodies = [true, false].map((first) =>
        this.#parts.format.filter(body, (index) => index < middle === first),
      );
    } catch (error) {
      // Stored in the other format, or damaged.
      this.discard(batch, 'refused', `${detail}; ${error}`);
      return;
    }
    const halves = bodies.map((half, side) => ({
      ...batch,
      id: `${batch.id}.${side}`,
      spans: (batch.spans + side) >> 1,
      bytes: half.length,
      body: half,
      stored: undefined,
      unloadKey: undefined,
    }));
    this.#parts.pending.delete(batch.id);
    for (const half of halves) this.#parts.pending.set(half.id, half);
    await this.#write(halves, batch);
    this.#parts.unloadStore.remove(batch);
  }

  /** Removes everything of every tab. @throws when IndexedDB does. */
  async clear(): Promise<void> {
    for (const batch of this.#parts.pending.inOrder()) {
      this.#parts.pending.delete(batch.id);
      this.#parts.stats.drop('cleared', batch.spans);
    }
    this.#parts.unloadStore.clear();
    // What `Compression` keeps there.
    this.#parts.unloadStore.remove({ unloadKey: `${this.#parts.settings.name}:gzip` });
    await inTime(this.#parts.store.clear());
  }

  async #write(batches: Batch[], replaced?: Batch): Promise<void> {
    // Not before other tabs can see that the owner is alive.
    const written = this.#parts.tab
      .hold()
      .then(() => this.#parts.store.put(batches, replaced))
      .then(() => {
        for (const batch of batches) this.#confirm(batch, !replaced);
      });
    try {
      await inTime(written);
    } catch (error) {
      this.#parts.stats.storageFailed(error, batches.length);
    }
    for (const batch of batches) batch.stored ??= false;
  }

  #confirm(batch: Batch, isNew: boolean): void {
    batch.stored = true;
    if (isNew) this.#parts.stats.add('stored', batch.spans);
    this.#parts.unloadStore.remove(batch);
    // Acknowledged or given up before it was written; not lost by `loseStored` while it was.
    if (batch.owner && !this.#parts.pending.get(batch.id)) this.#removeStored(batch);
  }

  #removeStored(batch: Batch): void {
    this.#parts.unloadStore.remove(batch);
    this.#parts.stats.changed();
    if (!batch.stored) return;
    this.#parts.store.put([], batch).catch((error) => this.#parts.stats.storageFailed(error));
  }
}
