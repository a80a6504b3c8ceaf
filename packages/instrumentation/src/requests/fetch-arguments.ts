import { attempt } from '../guard/guard.ts';
import type { FoundRequest } from './found-request.ts';
import type { HeaderEdit } from './header-edits.ts';
import { editHeaders, editInPlace, readHeader } from './header-edits.ts';

type Init = Record<string, unknown> | null | undefined;

/** What a call of `fetch` requests. */
export function readFetch([input, init]: readonly unknown[]): FoundRequest {
  const options = init as Init;
  const request = isRequest(input) ? input : undefined;
  return {
    url: request ? request.url : `${input}`,
    method: options?.method ?? request?.method,
    body: options?.body,
    contentType: attempt(() => readFetchHeader([input, init], 'content-type')),
  };
}

/** A header as a call of `fetch` would send it. */
export function readFetchHeader([input, init]: readonly unknown[], name: string): string | undefined {
  const headers = (init as Init)?.headers;
  if (headers !== undefined) return readHeader(headers, name);
  return isRequest(input) ? readHeader(input.headers, name) : undefined;
}

/**
 * The arguments of a call of `fetch` with other headers. A `Request` and options stay two arguments, and headers stay of
 * their kind. The page's own objects are not changed.
 */
export function editFetch(args: readonly unknown[], edit: HeaderEdit): unknown[] {
  if (edit.size === 0) return [...args];
  const [input, init, ...others] = args;
  const headers = (init as Init)?.headers;
  if (headers === undefined && isRequest(input)) {
    const request = copyRequest(input, init as Init);
    editInPlace(request.headers, edit);
    return [request, ...args.slice(1)];
  }
  return [input, withHeaders((init ?? {}) as object, editHeaders(headers ?? {}, edit)), ...others];
}

function isRequest(input: unknown): input is Request {
  return typeof input === 'object' && input !== null && typeof (input as Partial<Request>).url === 'string';
}

/** As `fetch` does, this uses up the body of a Request, unless the options have another one. */
function copyRequest(request: Request, init: Init): Request {
  const isBodyReplaced = init?.body !== undefined && init.body !== null;
  return isBodyReplaced && request.body !== null ? request.clone() : new Request(request);
}

/** Options with other headers. Spreading would lose inherited options, such as those of a Request or of a class. */
function withHeaders(init: object, headers: unknown): object {
  const prototype: unknown = Object.getPrototypeOf(init);
  if (prototype === Object.prototype) return { ...init, headers };
  if (prototype === null) return Object.assign(Object.create(null), init, { headers });
  const own = { value: headers, writable: true, enumerable: true, configurable: true };
  const copy = Object.create(prototype as object, {
    ...Object.getOwnPropertyDescriptors(init),
    headers: own,
  });
  // A getter of a Request, or one that reads a private field, works on the page's object alone.
  return new Proxy(copy, {
    get: (target, key) => (Object.hasOwn(target, key) ? Reflect.get(target, key) : attemptGet(init, key)),
  });
}

function attemptGet(init: object, key: PropertyKey): unknown {
  const value: unknown = Reflect.get(init, key);
  return typeof value === 'function' ? attempt(() => value.bind(init)) : value;
}
