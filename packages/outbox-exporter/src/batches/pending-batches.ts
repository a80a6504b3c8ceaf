import type { OutboxStats } from '../types.ts';
import type { Batch } from './batch.ts';

/** Upper bounds of what a tab keeps. */
export interface Bounds {
  maxBatches: number;
  maxBytes: number;
}

/** Sorts batches oldest first, and those that keep failing after the others. */
export function compareBatches(a: Batch, b: Batch): number {
  return a.timesDeferred - b.timesDeferred || a.time - b.time;
}

/** The batches of this tab that are not acknowledged yet. */
export class PendingBatches extends Map<string, Batch> {
  // Kept up to date: counting them again for every batch of a burst would take too long.
  #spans = 0;
  #bytes = 0;

  override set(id: string, batch: Batch): this {
    this.delete(id);
    this.#spans += batch.spans;
    this.#bytes += batch.bytes;
    return super.set(id, batch);
  }

  override delete(id: string): boolean {
    const batch = this.get(id);
    if (!batch) return false;
    this.#spans -= batch.spans;
    this.#bytes -= batch.bytes;
    return super.delete(id);
  }

  inOrder(): Batch[] {
    return [...this.values()].sort(compareBatches);
  }

  isOver({ maxBatches, maxBytes }: Bounds): boolean {
    return this.size > maxBatches || this.#bytes > maxBytes;
  }

  /** The oldest batches that have to go to keep the bounds. Never one that is in flight. */
  overflow(bounds: Bounds, mayDrop: (batch: Batch) => boolean = () => true): Batch[] {
    const dropped: Batch[] = [];
    if (!this.isOver(bounds)) return dropped;
    let batches = this.size;
    let bytes = this.#bytes;
    for (const batch of [...this.values()].sort((a, b) => a.time - b.time)) {
      if (batches <= bounds.maxBatches && bytes <= bounds.maxBytes) break;
      if (batch.inFlight || !mayDrop(batch)) continue;
      dropped.push(batch);
      batches -= 1;
      bytes -= batch.bytes;
    }
    return dropped;
  }

  totals(): Pick<OutboxStats, 'pendingSpans' | 'pendingBatches' | 'pendingBytes'> {
    return { pendingSpans: this.#spans, pendingBatches: this.size, pendingBytes: this.#bytes };
  }
}
