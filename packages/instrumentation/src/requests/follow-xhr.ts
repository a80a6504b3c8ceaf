import type { TurnWork } from '../turn.ts';

/** Tells a turn of a request's first byte and end. */
export function followXhr(xhr: XMLHttpRequest, work: TurnWork): void {
  const end = ({ type }: Event): void => {
    const status = xhr.status >= 400 ? `${xhr.status}` : undefined;
    work.end(Date.now(), type === 'abort' ? { cancelled: true } : { error: type === 'load' ? status : type });
  };
  for (const type of ['load', 'error', 'timeout', 'abort']) xhr.addEventListener(type, end);
  xhr.addEventListener('readystatechange', () => {
    // HEADERS_RECEIVED
    if (xhr.readyState === 2) work.firstByte(Date.now());
  });
}
