import { watchPageEnd } from './page-end.ts';

/** One timer and one watch for the page's end, as long as something is open. */
export interface OpenWatch {
  /** Something is open. */
  begin(): void;
  /** Nothing is open any more: whether there was a watch. */
  end(): boolean;
}

/**
 * A watch that calls `onHide` when the page is hidden or left, and `onTick` after `firstTickMs` and then whenever it
 * says, in milliseconds; `undefined` says never.
 */
export function createOpenWatch(
  firstTickMs: number,
  onHide: () => void,
  onTick: () => number | undefined,
): OpenWatch {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopWatching: (() => void) | undefined;
  const tick = (): void => {
    timer = undefined;
    const next = onTick();
    if (next !== undefined) timer = setTimeout(tick, next);
  };
  return {
    begin() {
      stopWatching ??= watchPageEnd(onHide);
      timer ??= setTimeout(tick, firstTickMs);
    },
    end() {
      clearTimeout(timer);
      timer = undefined;
      const stop = stopWatching;
      stopWatching = undefined;
      stop?.();
      return stop !== undefined;
    },
  };
}
