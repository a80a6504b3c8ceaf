import type { OutboxParts } from '../outbox-parts.ts';
import type { Batch } from './batch.ts';
import type { Bounds } from './pending-batches.ts';

// While the receiver answers, a burst may exceed the bounds by this factor: it is sent soon, and nothing is dropped.
const BURST_FACTOR = 8;

/** Keeps the bounds of what a tab stores: delays callbacks while the receiver answers, names what to drop otherwise. */
export class Backpressure {
  readonly #parts: Pick<OutboxParts, 'pending' | 'schedule'>;
  readonly #bounds: Bounds;
  readonly #burstBounds: Bounds;
  readonly #waiting = new Set<{ ids: string[]; resolve: () => void }>();
  #isStopped = false;

  constructor(parts: Pick<OutboxParts, 'pending' | 'schedule' | 'settings'>) {
    this.#parts = parts;
    const { maxStoredBatches: maxBatches, maxStoredBytes: maxBytes } = parts.settings;
    this.#bounds = { maxBatches, maxBytes };
    this.#burstBounds = { maxBatches: maxBatches * BURST_FACTOR, maxBytes: maxBytes * BURST_FACTOR };
  }

  /** The oldest batches above the bounds. While the receiver answers, only those that keep failing. */
  overflow(): Batch[] {
    const { pending, schedule } = this.#parts;
    if (schedule.isFailing) return pending.overflow(this.#bounds);
    const failing = pending.overflow(this.#bounds, ({ timesDeferred }) => timesDeferred > 0);
    return [...failing, ...pending.overflow(this.#burstBounds)];
  }

  /** Resolves when the bounds are kept, or none of these batches is pending any more. */
  async waitForRoom(ids: string[]): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#waiting.add({ ids, resolve });
      this.wake();
    });
  }

  /** There may be room now. */
  wake(): void {
    const { pending } = this.#parts;
    const hasRoom = this.#isStopped || !pending.isOver(this.#bounds);
    for (const waiting of this.#waiting) {
      if (!hasRoom && waiting.ids.some((id) => pending.has(id))) continue;
      this.#waiting.delete(waiting);
      waiting.resolve();
    }
  }

  /** Nobody sends any more, so nobody has to wait for room. */
  stop(): void {
    this.#isStopped = true;
    this.wake();
  }
}
