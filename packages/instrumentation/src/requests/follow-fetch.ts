import { errorType } from '../error-type.ts';
import type { TurnWork } from '../turn.ts';
import { watchResponseEnd } from './response-end.ts';

/**
 * Tells a turn of a response's first byte and end. The page gets a promise that settles as the original does, an
 * unhandled rejection included.
 */
export function followFetch(
  result: Promise<Response>,
  url: string,
  since: number,
  work: TurnWork,
): Promise<Response> {
  // A page may have put anything in the place of `fetch`.
  if (typeof result?.then !== 'function') {
    work.end(Date.now());
    return result;
  }
  let error: string | undefined;
  const end = watchResponseEnd(url, since, (at, aborted) =>
    work.end(at, { error, cancelled: aborted && !error }),
  );
  return result.then(
    (response) => {
      if (response?.status >= 400) error = `${response.status}`;
      work.firstByte(Date.now());
      end?.headersCame();
      return response;
    },
    (reason: unknown) => {
      end?.stop();
      const type = errorType(reason);
      work.end(Date.now(), type === 'AbortError' ? { cancelled: true } : { error: type });
      throw reason;
    },
  );
}
