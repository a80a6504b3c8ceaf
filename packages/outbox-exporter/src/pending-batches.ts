import type { Batch } from './batch.ts';
import type { OutboxStats } from './types.ts';

/** The batches that this tab has to get acknowledged. */
export class PendingBatches {
  readonly #batches = new Map<string, Batch>();

  add(batch: Batch): void {
    this.#batches.set(batch.id, batch);
  }

  get(id: string): Batch | undefined {
    return this.#batches.get(id);
  }

  /** @returns whether it was there. */
  delete(batch: Batch): boolean {
    return this.#batches.delete(batch.id);
  }

  oldestFirst(): Batch[] {
    return [...this.#batches.values()].sort((a, b) => a.time - b.time);
  }

  /** Oldest first; one on which the receiver failed stands behind the others, so that it cannot hold them up. */
  inOrder(): Batch[] {
    return this.oldestFirst().sort((a, b) => a.failures - b.failures);
  }

  /** The oldest batches that have to go to keep the bounds; never one whose answer is awaited. */
  overflow(maxBatches: number, maxBytes: number): Batch[] {
    let { pendingBatches, pendingBytes } = this.totals();
    return this.oldestFirst().filter(({ inFlight, bytes }) => {
      const isTooMany = !inFlight && (pendingBatches > maxBatches || pendingBytes > maxBytes);
      if (isTooMany) {
        pendingBatches -= 1;
        pendingBytes -= bytes;
      }
      return isTooMany;
    });
  }

  totals(): Pick<OutboxStats, 'pendingSpans' | 'pendingBatches' | 'pendingBytes'> {
    const totals = { pendingSpans: 0, pendingBatches: this.#batches.size, pendingBytes: 0 };
    for (const { spans, bytes } of this.#batches.values()) {
      totals.pendingSpans += spans;
      totals.pendingBytes += bytes;
    }
    return totals;
  }
}
