import type { Tracker } from '../host-window.ts';

/** Events kept while the tracker is missing; the oldest are dropped beyond it. */
export const maxQueued = 500;

/**
 * Hands events to the shop's tracker under the event type `clarity`. While there is no tracker the events wait;
 * they leave, in order, with the next event or call of `flush`.
 */
export class TrackerQueue {
  readonly #tracker: () => Partial<Tracker> | undefined;
  readonly #waiting: Record<string, unknown>[] = [];

  constructor(tracker: () => Partial<Tracker> | undefined) {
    this.#tracker = tracker;
  }

  report(properties: Record<string, unknown>): void {
    this.#waiting.push(properties);
    if (this.#waiting.length > maxQueued) this.#waiting.shift();
    this.flush();
  }

  flush(): void {
    const tracker = this.#tracker();
    if (typeof tracker?.track !== 'function') return;
    for (;;) {
      const properties = this.#waiting.shift();
      if (properties === undefined) return;
      try {
        tracker.track('clarity', properties);
      } catch (error) {
        // The chat goes on when the shop's tracker is broken.
        console.error('clarity-demo: window.exponea.track threw; the event is lost.', error);
      }
    }
  }
}
