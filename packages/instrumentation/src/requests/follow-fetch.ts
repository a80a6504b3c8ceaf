import { attempt, errorType } from '../guard/guard.ts';
import { now, toEpochMillis } from '../page/clock.ts';
import { listen } from '../page/listen.ts';
import type { TurnWork } from '../public/turn.ts';
import type { BegunRequest } from './response-end.ts';
import { takeEnded } from './response-end.ts';

/** A `fetch` call that a turn waits for. */
export interface FollowedFetch {
  readonly work: TurnWork;
  readonly begun: BegunRequest | undefined;
  /** Has the signal that the request was made with. */
  readonly options: RequestInit;
}

/**
 * Tells a turn about a response's first byte and end. The returned promise settles as the original does, including an
 * unhandled rejection.
 */
export function followFetch(result: Promise<Response>, followed: FollowedFetch): Promise<Response> {
  const { work, options } = followed;
  // A page may have replaced `fetch` by anything.
  if (typeof result?.then !== 'function') {
    work.end(now());
    return result;
  }
  return result.then(
    (response) => {
      work.firstByte(now());
      followBody(response, followed);
      return response;
    },
    (reason: unknown) => {
      const type = errorType(reason);
      // A page may abort with any reason. A timeout is reported as an error.
      const isCancelled =
        type === 'AbortError' || (type !== 'TimeoutError' && attempt(() => options.signal?.aborted));
      work.end(now(), isCancelled ? { cancelled: true } : { error: type });
      throw reason;
    },
  );
}

function followBody(response: Response, { work, begun = {}, options }: FollowedFetch): void {
  const error = response?.status >= 400 ? `${response.status}` : undefined;
  let stopListening: (() => void) | undefined;
  const check = (): void => {
    const { timing } = begun;
    if (!timing) return;
    work.end(toEpochMillis(timing.responseEnd), { error });
    stopListening?.();
  };
  const onAbort = (): void => {
    // For a body that the page aborts, WebKit reports no timing, and Firefox that of a complete body.
    takeEnded();
    work.end(now(), { error, cancelled: true });
  };
  // The signal may be anything that a page passes.
  stopListening = attempt(() => options.signal && listen(options.signal, ['abort'], onAbort)) ?? undefined;
  begun.onEnd = check;
  check();
}
