import { now } from '../page/clock.ts';
import { listen } from '../page/listen.ts';
import type { FollowedRequest } from './chat-call.ts';

/** Tells how a request goes. Leaves no listener: a page may send one object many times. */
export function followXhr(xhr: XMLHttpRequest, { work, onFailed, onSettled }: FollowedRequest): void {
  const stops = [
    listen(xhr, ['load', 'error', 'timeout', 'abort'], ({ type }) => {
      for (const stop of stops) stop();
      onSettled();
      // Without a status there was no answer.
      if (type === 'error' && xhr.status === 0) onFailed();
      const status = xhr.status >= 400 ? `${xhr.status}` : undefined;
      if (type === 'abort') work?.end(now(), { cancelled: true });
      else work?.end(now(), { error: type === 'load' ? status : type });
    }),
    listen(xhr, ['readystatechange'], () => {
      if (xhr.readyState === XMLHttpRequest.HEADERS_RECEIVED) work?.firstByte(now());
    }),
  ];
}
