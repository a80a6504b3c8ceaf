import { attempt, errorType } from '../guard/guard.ts';
import type { TurnWork } from '../public/turn-work.ts';
import type { BegunRequest } from './response-end.ts';
import { takeEnded } from './response-end.ts';

/**
 * Tells a turn of a response's first byte and end. The page gets a promise that settles as the original does, an
 * unhandled rejection included. `options` has the signal that the request was made with.
 */
export function followFetch(
  result: Promise<Response>,
  work: TurnWork,
  request: BegunRequest = {},
  options: RequestInit,
): Promise<Response> {
  // A page may have put anything in the place of `fetch`.
  if (typeof result?.then !== 'function') {
    work.end(Date.now());
    return result;
  }
  return result.then(
    (response) => {
      const error = response?.status >= 400 ? `${response.status}` : undefined;
      const abort = (): void => {
        // Of a body that the page aborts, WebKit gives no timing and Firefox that of a complete one.
        takeEnded();
        work.end(Date.now(), { error, cancelled: true });
      };
      const over = new AbortController();
      const check = (): void => {
        const { timing } = request;
        if (!timing) return;
        // `performance.now()` may have stopped while the machine slept: only its distance from now is taken.
        const at = Date.now() - performance.now() + timing.responseEnd;
        work.end(at, { error });
        over.abort();
      };
      work.firstByte(Date.now());
      // What a page gives for a signal may be none.
      attempt(() => options.signal?.addEventListener('abort', abort, over));
      request.onEnd = check;
      check();
      return response;
    },
    (reason: unknown) => {
      const type = errorType(reason);
      // A page may abort with a reason of its own; of a time limit it is told as of an error.
      const cancelled =
        type === 'AbortError' || (type !== 'TimeoutError' && attempt(() => options.signal?.aborted));
      work.end(Date.now(), cancelled ? { cancelled: true } : { error: type });
      throw reason;
    },
  );
}
