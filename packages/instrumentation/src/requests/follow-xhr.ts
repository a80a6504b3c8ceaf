import { now } from '../page/clock.ts';
import { listen } from '../page/listen.ts';
import type { TurnWork } from '../public/turn.ts';

/** What is told about an `XMLHttpRequest`. */
export interface XhrOutcome {
  /** The turn that waits for it, if one does. */
  work(): TurnWork | undefined;
  /** Whether the page has opened the same object again since. */
  isReopened(): boolean;
  /** There was no answer, and nobody cancelled the request. */
  onFailed(): void;
}

/**
 * Tells a turn about a request's first byte and end. Called when it is opened: most pages add their own listeners later,
 * and one that sends again when it hears of a failure finds the headers switched off.
 */
export function followXhr(xhr: XMLHttpRequest, { work, isReopened, onFailed }: XhrOutcome): void {
  let isAnswered = false;
  const stops = [
    listen(xhr, ['load', 'error', 'timeout', 'abort'], ({ type }) => {
      for (const stop of stops) stop();
      const status = xhr.status >= 400 ? `${xhr.status}` : undefined;
      if (isReopened() || type === 'abort') {
        work()?.end(now(), { cancelled: true });
        return;
      }
      if (type === 'error' && !isAnswered) onFailed();
      work()?.end(now(), { error: type === 'load' ? status : type });
    }),
    listen(xhr, ['readystatechange'], () => {
      if (xhr.readyState !== XMLHttpRequest.HEADERS_RECEIVED || isReopened()) return;
      isAnswered = true;
      work()?.firstByte(now());
    }),
  ];
}
