/** From one read to the next while something happens, and after a minute in which nothing did. */
const livelyMs = 1000;
const quietMs = 5000;
const quietAfterMs = 60_000;
/** From a wake-up to the next read, and the least time between two. */
const soonMs = 250;

export interface Poll {
  /** Begins to read, at once. Nothing when it reads already. */
  start(): void;
  /** Stops, and aborts a read that is on its way. */
  stop(): void;
  /** Something has just happened: read soon, and in the lively rhythm again. */
  wake(): void;
}

/** @param read Resolves to whether something changed. It must not reject. */
export function createPoll(read: (signal: AbortSignal) => Promise<boolean>): Poll {
  let running: AbortController | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let changedAt = 0;
  let isWoken = false;

  const next = async (controller: AbortController): Promise<void> => {
    timer = undefined;
    isWoken = false;
    const began = Date.now();
    const changed = await read(controller.signal);
    if (controller.signal.aborted) return;
    if (changed) changedAt = Date.now();
    const rhythm = Date.now() - changedAt > quietAfterMs ? quietMs : livelyMs;
    schedule(controller, isWoken ? soonMs : Math.max(soonMs, began + rhythm - Date.now()));
  };
  const schedule = (controller: AbortController, pause: number): void => {
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
      // A second wake-up does not put the read off any further.
      if (isWoken) return;
      isWoken = true;
      if (running === undefined || timer === undefined) return;
      clearTimeout(timer);
      schedule(running, soonMs);
    },
  };
}
