/** Lets a bounded number of works run at once, the others wait in the order they came. */
export interface Gate {
  /** @throws GateFullError at once, when too many wait already. */
  run<T>(work: () => Promise<T>): Promise<T>;
  /** Resolves when nothing runs and nothing waits. */
  idle(): Promise<void>;
}

export class GateFullError extends Error {}

export function createGate(limits: { running: number; waiting: number }): Gate {
  const waiting: (() => void)[] = [];
  const idlers: (() => void)[] = [];
  let running = 0;

  async function enter(): Promise<void> {
    if (running < limits.running) {
      running += 1;
      return;
    }
    if (waiting.length >= limits.waiting) {
      throw new GateFullError(`${limits.waiting} requests are waiting already.`);
    }
    // The place is handed over by leave(), so `running` stays as it is.
    await new Promise<void>((resolve) => waiting.push(resolve));
  }

  function leave(): void {
    const next = waiting.shift();
    if (next !== undefined) {
      next();
      return;
    }
    running -= 1;
    if (running === 0) for (const resolve of idlers.splice(0)) resolve();
  }

  return {
    async run(work) {
      await enter();
      try {
        return await work();
      } finally {
        leave();
      }
    },
    async idle() {
      if (running > 0) await new Promise<void>((resolve) => idlers.push(resolve));
    },
  };
}
