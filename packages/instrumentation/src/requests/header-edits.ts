/** Headers to set, and with `undefined` those to remove, by their names in lower case. */
export type HeaderEdit = ReadonlyMap<string, string | undefined>;

type Pair = readonly [name: unknown, value: unknown];

/** A value of a header as `fetch` would send it; `undefined` when it is not there. */
export function readHeader(headers: unknown, name: string): string | undefined {
  const found = pairsOf(headers).filter((pair) => isNamed(pair, name));
  return found.length > 0 ? found.map(([, value]) => `${value}`).join(', ') : undefined;
}

/**
 * A copy of the headers of the same kind: an interceptor of the page may spread them, push onto them or call their
 * methods, and loses what it cannot read that way.
 */
export function editHeaders(headers: unknown, edit: HeaderEdit): unknown {
  const added = [...edit].filter(([, value]) => value !== undefined) as [string, string][];
  if (isHeaders(headers)) return editInPlace(new Headers(headers), edit);
  if (headers instanceof Map || isIterable(headers)) {
    const kept = pairsOf(headers).filter((pair) => !isEdited(pair, edit));
    return headers instanceof Map ? new Map([...kept, ...added]) : [...kept, ...added];
  }
  const copy: Record<string, unknown> = Object.assign(Object.create(Object.getPrototypeOf(headers)), headers);
  for (const name of Object.keys(copy)) if (isEdited([name, ''], edit)) delete copy[name];
  return Object.assign(copy, Object.fromEntries(added));
}

/** Changes the headers themselves. */
export function editInPlace(headers: Headers, edit: HeaderEdit): Headers {
  for (const [name, value] of edit) {
    if (value === undefined) headers.delete(name);
    else headers.set(name, value);
  }
  return headers;
}

function pairsOf(headers: unknown): Pair[] {
  if (headers === undefined || headers === null) return [];
  return isIterable(headers) ? [...headers] : Object.entries(headers as object);
}

function isEdited(pair: Pair, edit: HeaderEdit): boolean {
  return [...edit.keys()].some((name) => isNamed(pair, name));
}

function isNamed([name]: Pair, wanted: string): boolean {
  return `${name}`.toLowerCase() === wanted;
}

function isHeaders(headers: unknown): headers is Headers {
  return Object.prototype.toString.call(headers) === '[object Headers]';
}

function isIterable(headers: unknown): headers is Iterable<Pair> {
  return typeof (headers as Partial<Iterable<Pair>> | undefined)?.[Symbol.iterator] === 'function';
}
