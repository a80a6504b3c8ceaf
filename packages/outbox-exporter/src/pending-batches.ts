import type { Batch } from './batch.ts';
import type { OutboxStats } from './types.ts';

/** The batches that this tab has to get acknowledged. */
export class PendingBatches extends Map<string, Batch> {
  /** Oldest first; one on which the receiver failed stands behind the others, so that it cannot hold them up. */
  inOrder(): Batch[] {
    return [...this.values()].sort((a, b) => a.failures - b.failures || a.time - b.time);
  }

  /** The oldest batches that have to go to keep the bounds; never one whose answer is awaited. */
  overflow(maxBatches: number, maxBytes: number): Batch[] {
    let { pendingBatches, pendingBytes } = this.totals();
    return [...this.values()]
      .sort((a, b) => a.time - b.time)
      .filter(({ inFlight, bytes }) => {
        const isTooMany = !inFlight && (pendingBatches > maxBatches || pendingBytes > maxBytes);
        if (isTooMany) {
          pendingBatches -= 1;
          pendingBytes -= bytes;
        }
        return isTooMany;
      });
  }

  totals(): Pick<OutboxStats, 'pendingSpans' | 'pendingBatches' | 'pendingBytes'> {
    const totals = { pendingSpans: 0, pendingBatches: this.size, pendingBytes: 0 };
    for (const { spans, bytes } of this.values()) {
      totals.pendingSpans += spans;
      totals.pendingBytes += bytes;
    }
    return totals;
  }
}
