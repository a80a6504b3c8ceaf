/** Pause between two reads while something happens, and after a minute in which nothing did. */
const livelyMs = 1000;
const quietMs = 5000;
const quietAfterMs = 60_000;

export interface Poll {
  /** Begins to read, at once. Nothing when it reads already. */
  start(): void;
  /** Stops, and aborts a read that is on its way. */
  stop(): void;
  /** Something is about to change: read in the lively rhythm again. */
  wake(): void;
}

/** @param read Resolves to whether something changed. It must not reject. */
export function createPoll(read: (signal: AbortSignal) => Promise<boolean>): Poll {
  let running: AbortController | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let changedAt = 0;

  const next = async (controller: AbortController): Promise<void> => {
    timer = undefined;
    const changed = await read(controller.signal);
    if (controller.signal.aborted) return;
    if (changed) changedAt = Date.now();
    schedule(controller);
  };
  const schedule = (controller: AbortController): void => {
    const pause = Date.now() - changedAt > quietAfterMs ? quietMs : livelyMs;
    timer = setTimeout(() => next(controller), pause);
  };

  return {
    start() {
      if (running !== undefined) return;
      running = new AbortController();
      changedAt = Date.now();
      void next(running);
    },
    stop() {
      running?.abort();
      running = undefined;
      clearTimeout(timer);
      timer = undefined;
    },
    wake() {
      changedAt = Date.now();
      if (running === undefined || timer === undefined) return;
      clearTimeout(timer);
      schedule(running);
    },
  };
}
