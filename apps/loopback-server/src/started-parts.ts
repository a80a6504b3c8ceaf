/** After this long a part that is still stopping is named. */
const NAMED_AFTER_MILLIS = 1_000;

interface Part {
  close(): Promise<void>;
}

export interface StartedParts {
  /** Adds a part that has started, and returns it. */
  keep<T extends Part>(name: string, part: T): T;
  /** Stops all parts, the last started first, so that each still finds those that it needs. */
  close(): Promise<void>;
}

/**
 * The parts of a program, for stopping them in order. One that fails to stop does not keep the others running.
 * @param onWaiting Called with a sentence for each part that takes longer than a second to stop.
 */
export function startedParts(onWaiting: (line: string) => void): StartedParts {
  const parts: { name: string; part: Part }[] = [];
  return {
    keep(name, part) {
      parts.push({ name, part });
      return part;
    },
    async close() {
      const errors: unknown[] = [];
      for (const { name, part } of parts.splice(0).reverse()) {
        const named = setTimeout(() => onWaiting(`Waiting for ${name} to stop`), NAMED_AFTER_MILLIS);
        await part.close().catch((error: unknown) => errors.push(error));
        clearTimeout(named);
      }
      if (errors.length > 0) throw errors[0];
    },
  };
}
