import type { TurnWork, WorkOutcome } from '../turn.ts';

/** Tells a turn of a request's first byte and end. */
export function followXhr(xhr: XMLHttpRequest, work: TurnWork): void {
  let failure: WorkOutcome | undefined;
  const fail = ({ type }: Event): void => {
    failure = type === 'abort' ? { cancelled: true } : { error: type };
  };
  for (const type of ['error', 'timeout', 'abort']) xhr.addEventListener(type, fail);
  xhr.addEventListener('readystatechange', () => {
    if (xhr.readyState === XMLHttpRequest.HEADERS_RECEIVED) work.firstByte(Date.now());
  });
  xhr.addEventListener('loadend', () => {
    work.end(Date.now(), failure ?? { error: xhr.status >= 400 ? `${xhr.status}` : undefined });
  });
}
