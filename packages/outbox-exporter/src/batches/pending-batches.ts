import type { OutboxStats } from '../types.ts';
import type { Batch } from './batch.ts';

/** Upper bounds of what a tab keeps. */
export interface Bounds {
  maxBatches: number;
  maxBytes: number;
}

/** The batches of this tab that are not acknowledged yet. */
export class PendingBatches extends Map<string, Batch> {
  /** Oldest first; batches that keep failing come after the others. */
  inOrder(): Batch[] {
    return [...this.values()].sort((a, b) => a.timesDeferred - b.timesDeferred || a.time - b.time);
  }

  isOver({ maxBatches, maxBytes }: Bounds): boolean {
    const { pendingBatches, pendingBytes } = this.totals();
    return pendingBatches > maxBatches || pendingBytes > maxBytes;
  }

  /** The oldest batches that have to go to keep the bounds. Never one that is in flight. */
  overflow({ maxBatches, maxBytes }: Bounds, mayDrop: (batch: Batch) => boolean = () => true): Batch[] {
    let { pendingBatches, pendingBytes } = this.totals();
    const dropped: Batch[] = [];
    for (const batch of [...this.values()].sort((a, b) => a.time - b.time)) {
      if (pendingBatches <= maxBatches && pendingBytes <= maxBytes) break;
      if (batch.inFlight || !mayDrop(batch)) continue;
      dropped.push(batch);
      pendingBatches -= 1;
      pendingBytes -= batch.bytes;
    }
    return dropped;
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
