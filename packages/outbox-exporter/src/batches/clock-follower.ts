import type { OutboxParts } from '../outbox-parts.ts';
import { ClockWatch } from '../page/clock.ts';

/** Moves the times of batches when somebody has set the clock: a batch does not get older by that. */
export class ClockFollower {
  readonly #parts: Pick<OutboxParts, 'pending' | 'store' | 'unloadStore' | 'stats'>;
  readonly #clock = new ClockWatch();

  constructor(parts: Pick<OutboxParts, 'pending' | 'store' | 'unloadStore' | 'stats'>) {
    this.#parts = parts;
  }

  follow(): void {
    const shift = this.#clock.takeShift();
    if (shift === 0) return;
    const { pending, store, unloadStore, stats } = this.#parts;
    for (const batch of pending.values()) {
      batch.time += shift;
      if (!batch.unloadKey) continue;
      unloadStore.remove(batch);
      unloadStore.put(batch);
    }
    const stored = [...pending.values()].filter(({ storage }) => storage === 'stored');
    // For the next page, which cannot know that the clock was set.
    store.updateTimes(stored).catch((error) => stats.storageFailed(error));
  }
}
