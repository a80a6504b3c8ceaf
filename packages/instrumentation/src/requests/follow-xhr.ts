import type { TurnWork } from '../public/turn-work.ts';

/** Tells a turn of a request's first byte and end. A page may send one object again and again: nothing stays on it. */
export function followXhr(xhr: XMLHttpRequest, work: TurnWork): void {
  const over = new AbortController();
  const end = ({ type }: Event): void => {
    over.abort();
    const status = xhr.status >= 400 ? `${xhr.status}` : undefined;
    work.end(Date.now(), type === 'abort' ? { cancelled: true } : { error: type === 'load' ? status : type });
  };
  // HEADERS_RECEIVED
  const read = () => xhr.readyState === 2 && work.firstByte(Date.now());
  for (const type of ['load', 'error', 'timeout', 'abort']) xhr.addEventListener(type, end, over);
  xhr.addEventListener('readystatechange', read, over);
}
