import { now } from '../page/clock.ts';
import { listen } from '../page/listen.ts';
import type { TurnWork } from '../public/turn.ts';

/** Tells a turn about a request's first byte and end. Leaves no listener: a page may send one object many times. */
export function followXhr(xhr: XMLHttpRequest, work: TurnWork): void {
  const stops = [
    listen(xhr, ['load', 'error', 'timeout', 'abort'], ({ type }) => {
      for (const stop of stops) stop();
      const status = xhr.status >= 400 ? `${xhr.status}` : undefined;
      if (type === 'abort') work.end(now(), { cancelled: true });
      else work.end(now(), { error: type === 'load' ? status : type });
    }),
    listen(xhr, ['readystatechange'], () => {
      if (xhr.readyState === XMLHttpRequest.HEADERS_RECEIVED) work.firstByte(now());
    }),
  ];
}
