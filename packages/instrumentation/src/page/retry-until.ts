const FIRST_DELAY_MS = 50;
const LAST_DELAY_MS = 30_000;

/** Tries again, ever less often for about a minute, until `attempt` says that it is done. Returns what stops it. */
export function retryUntil(attempt: () => boolean): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tryAfter = (delay: number): void => {
    if (delay > LAST_DELAY_MS) return;
    timer = setTimeout(() => {
      if (!attempt()) tryAfter(delay * 2);
    }, delay);
  };
  tryAfter(FIRST_DELAY_MS);
  return () => clearTimeout(timer);
}
