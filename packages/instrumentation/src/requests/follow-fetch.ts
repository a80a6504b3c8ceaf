import { attempt, errorType } from '../guard/guard.ts';
import { onSettlement } from '../guard/settlement.ts';
import { now, toEpochMillis } from '../page/clock.ts';
import { listen } from '../page/listen.ts';
import type { TurnWork } from '../public/turn.ts';
import type { FollowedRequest } from './chat-call.ts';
import type { BegunRequest } from './response-end.ts';
import { takeEnded } from './response-end.ts';

/**
 * Tells about a response's first byte and end, or its failure. The returned promise settles as the original does,
 * including an unhandled rejection. A promise with methods of its own is returned as it is.
 */
export function followFetch(result: Promise<Response>, followed: FollowedRequest): Promise<Response> {
  const { work, onFailed, onSettled } = followed;
  const [, options = {}] = followed.args as [unknown, RequestInit | undefined];
  const isFollowed = onSettlement(result, {
    resolved(response) {
      onSettled();
      if (!work) return;
      work.firstByte(now());
      followBody(response, { work, begun: followed.begun, options });
    },
    rejected(reason) {
      onSettled();
      const type = errorType(reason);
      // A page may abort with any reason. A timeout is reported as an error.
      const isCancelled =
        type === 'AbortError' || (type !== 'TimeoutError' && attempt(() => options.signal?.aborted) === true);
      // https://fetch.spec.whatwg.org/#fetch-method: a network error, a refused preflight included, is a TypeError.
      if (type === 'TypeError' && !isCancelled) onFailed();
      work?.end(now(), isCancelled ? { cancelled: true } : { error: type });
    },
  });
  if (isFollowed) return isFollowed;
  // A page may have replaced `fetch` by anything.
  onSettled();
  work?.end(now());
  return result;
}

interface FollowedBody {
  readonly work: TurnWork;
  readonly begun: BegunRequest | undefined;
  /** Has the signal that the request was made with. */
  readonly options: RequestInit;
}

function followBody(response: Response, { work, begun = {}, options }: FollowedBody): void {
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
