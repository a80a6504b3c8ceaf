type Pair = [name: string, value: string];

/** Headers in any form that `fetch` takes. */
type GivenHeaders = RequestInit['headers'];

/** The value of a header that the page gave; `undefined` when it gave none of this name. */
export function givenHeader(input: unknown, init: RequestInit | undefined, name: string): string | undefined {
  const given = init?.headers ?? (input as Partial<Request>).headers;
  return new Headers(given ?? undefined).get(name) ?? undefined;
}

/**
 * The arguments of a `fetch` call with more headers. What the page gave stays of its kind, because its own wrappers of
 * `fetch` may stand behind us: a plain object stays plain, an array an array, and a `Request` with options stays two
 * arguments. The page's own objects are not changed. A header that the page gave stays.
 */
export function withMoreHeaders(
  args: readonly unknown[],
  added: Readonly<Record<string, string>>,
): unknown[] {
  const [input, init, ...rest] = args as [RequestInfo | URL, RequestInit | undefined, ...unknown[]];
  const isRequest = input instanceof Request;
  if (init && !isPlain(init)) return [withHeaders(new Request(input, init), added), ...rest];
  if (!isRequest || init?.headers) {
    return [input, { ...init, headers: joined(init?.headers, added) }, ...rest];
  }
  // Options replace the body of a request without reading it: only a copy leaves it unread.
  const copy = init?.body === undefined ? new Request(input) : input.clone();
  const request = withHeaders(copy, added);
  // Options, even empty ones, would take the request's referrer: https://fetch.spec.whatwg.org/#dom-request
  return init === undefined ? [request, ...rest] : [request, init, ...rest];
}

function withHeaders(request: Request, added: Readonly<Record<string, string>>): Request {
  for (const [name, value] of Object.entries(added))
    if (!request.headers.has(name)) request.headers.set(name, value);
  return request;
}

function joined(given: GivenHeaders, added: Readonly<Record<string, string>>): GivenHeaders {
  const present = new Headers(given ?? undefined);
  const missing = Object.entries(added).filter(([name]) => !present.has(name)) as Pair[];
  if (!given) return Object.fromEntries(missing);
  if (given instanceof Headers) {
    const headers = new Headers(given);
    for (const [name, value] of missing) headers.set(name, value);
    return headers;
  }
  // An iterator that can be read once was read above.
  if (Symbol.iterator in given)
    return Array.isArray(given) ? [...given, ...missing] : [...present, ...missing];
  return { ...given, ...Object.fromEntries(missing) };
}

/** Spreading would lose options with getters of their own, such as those of a `Request`. */
function isPlain(init: RequestInit): boolean {
  const prototype: unknown = Object.getPrototypeOf(init);
  return prototype === null || prototype === Object.prototype;
}
