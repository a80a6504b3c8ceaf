import { errorType } from '../error-type.ts';
import type { TurnWork } from '../turn.ts';
import type { BegunRequest } from './response-end.ts';

/**
 * Tells a turn of a response's first byte and end. The page gets a promise that settles as the original does, an
 * unhandled rejection included.
 */
export function followFetch(
  result: Promise<Response>,
  work: TurnWork,
  request: BegunRequest = {},
): Promise<Response> {
  // A page may have put anything in the place of `fetch`.
  if (typeof result?.then !== 'function') {
    work.end(Date.now());
    return result;
  }
  let error: string | undefined;
  let hasHeaders = false;
  let timing: PerformanceResourceTiming | undefined;
  const check = (): void => {
    if (!timing || !hasHeaders) return;
    // `performance.now()` may have stopped while the machine slept: only its distance from now is taken.
    const at = Date.now() - performance.now() + timing.responseEnd;
    work.end(at, { error, cancelled: timing.responseStatus === 0 && !error });
  };
  request.onEnd = (entry) => {
    timing = entry;
    check();
  };
  return result.then(
    (response) => {
      if (response?.status >= 400) error = `${response.status}`;
      work.firstByte(Date.now());
      hasHeaders = true;
      check();
      return response;
    },
    (reason: unknown) => {
      const type = errorType(reason);
      work.end(Date.now(), type === 'AbortError' ? { cancelled: true } : { error: type });
      throw reason;
    },
  );
}
