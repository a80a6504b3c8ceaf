/** Tells an event that scripts of the page deliver a second time from one that happens again. */
export interface Replays {
  /**
   * Whether these arguments were seen before through another function, and come again: a vendor's stub queues them,
   * and the script that replaces it replays its queue. The same object again through one and the same function is a new
   * event. Arguments without an object cannot be told apart.
   *
   * @param generation stands for the function that was called
   */
  isReplay(args: readonly unknown[], generation: object): boolean;
  /** Whether this object was delivered before. */
  isKnown(payload: unknown): boolean;
  /** Treats these objects as delivered: their next delivery is a replay. */
  skip(payloads: Iterable<object>): void;
}

interface Sighting {
  generation: object;
  times: number;
}

/** For one source, over every function that it listens to. */
export function createReplays(): Replays {
  const sightings = new WeakMap<object, Sighting>();
  const before = {};
  return {
    isReplay(args, generation) {
      const payload = args.find(isObject);
      if (!payload) return false;
      const seen = sightings.get(payload);
      if (seen?.generation === generation) seen.times += 1;
      else if (seen && seen.times > 0) {
        seen.times -= 1;
        return true;
      } else sightings.set(payload, { generation, times: 1 });
      return false;
    },
    isKnown: (payload) => isObject(payload) && sightings.has(payload),
    skip(payloads) {
      for (const payload of payloads) sightings.set(payload, { generation: before, times: 1 });
    },
  };
}

/** Whether a value has an identity to be known by. */
export function isObject(value: unknown): value is object {
  return value !== null && typeof value === 'object';
}
