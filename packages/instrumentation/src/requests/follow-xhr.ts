import type { TurnWork } from '../turn.ts';

/** Tells a turn of a request's first byte and end. */
export function followXhr(xhr: XMLHttpRequest, work: TurnWork): void {
  let failure: string | undefined;
  const fail = ({ type }: Event): void => {
    failure = type;
  };
  for (const type of ['error', 'timeout', 'abort']) xhr.addEventListener(type, fail);
  xhr.addEventListener('readystatechange', () => {
    if (xhr.readyState === XMLHttpRequest.HEADERS_RECEIVED) work.firstByte(Date.now());
  });
  xhr.addEventListener('loadend', () => {
    const cancelled = failure === 'abort';
    work.end(Date.now(), {
      cancelled,
      error: cancelled ? undefined : (failure ?? (xhr.status >= 400 ? `${xhr.status}` : undefined)),
    });
  });
}
