import { attempt, errorType } from '../guard/guard.ts';
import { now, toEpochMillis } from '../page/clock.ts';
import { listen } from '../page/listen.ts';
import { observePromise } from '../page/observe-promise.ts';
import type { PlacedRequest } from './placed-request.ts';
import { takeEnded } from './response-end.ts';

/** What is told about a `fetch` call. */
export interface FetchOutcome {
  /** The call has been answered, or has failed. */
  onSettled(): void;
  /** There was no answer, and nobody cancelled the request. */
  onFailed(): void;
}

/**
 * Tells a turn about a response's first byte and end.
 *
 * @param signal what the request was made with as its signal, which may be anything
 */
export function followFetch(
  result: unknown,
  request: PlacedRequest,
  signal: unknown,
  { onSettled, onFailed }: FetchOutcome,
): void {
  const { work, begun } = request;
  const aborts = attempt(() => (signal as AbortSignal | undefined)?.addEventListener)
    ? (signal as AbortSignal)
    : undefined;
  observePromise(result, {
    onFulfilled(response) {
      onSettled();
      work?.firstByte(now());
      followBody(response as Response, request, aborts);
    },
    onRejected(reason) {
      onSettled();
      const type = errorType(reason);
      // A page may abort with any reason. A timeout is reported as an error.
      const isCancelled =
        type === 'AbortError' || (type !== 'TimeoutError' && attempt(() => aborts?.aborted));
      work?.end(now(), isCancelled ? { cancelled: true } : { error: type });
      if (!isCancelled && type !== 'TimeoutError') onFailed();
    },
    // A page may have replaced `fetch` by anything.
    onUnknown() {
      onSettled();
      if (begun && typeof result === 'object' && result !== null)
        begun.onEnd = () => work?.end(toEpochMillis(begun.timing?.responseEnd ?? 0));
      else work?.end(now());
    },
  });
}

function followBody(
  response: Response,
  { work, begun = {} }: PlacedRequest,
  aborts: AbortSignal | undefined,
): void {
  if (!work) return;
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
  stopListening = attempt(() => aborts && listen(aborts, ['abort'], onAbort)) ?? undefined;
  begun.onEnd = check;
  check();
}
