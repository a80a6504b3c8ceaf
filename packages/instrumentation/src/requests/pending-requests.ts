import type { HeaderEdit } from './header-edits.ts';

/** A request that a `fetch` call has begun. */
export interface PendingRequest {
  readonly url: string;
  readonly method: string;
  /** `undefined` when it is inside a `Request`. */
  readonly body: unknown;
  readonly headers: HeaderEdit;
  /** Whether other code than the browser's may make the request. */
  readonly isForeign: boolean;
}

/** A request as it arrives at a wrapper. */
export interface ArrivingRequest {
  readonly url: string;
  readonly method: string;
  readonly body: unknown;
  readonly traceparent: string | undefined;
}

// What never ends is forgotten.
const MAX_PENDING = 50;

/** The requests that are under way. */
export interface PendingRequests<T extends PendingRequest> {
  /** Returns what takes the request out again. */
  add(request: T): () => void;
  /**
   * The request that a further call makes: `fetch` may be implemented on `XMLHttpRequest`, and an interceptor may make
   * its call later, when it has a token.
   */
  find(arriving: ArrivingRequest): T | undefined;
}

export function createPendingRequests<T extends PendingRequest>(): PendingRequests<T> {
  const pending = new Set<T>();
  return {
    add(request) {
      const [oldest] = pending;
      if (pending.size >= MAX_PENDING && oldest) pending.delete(oldest);
      pending.add(request);
      return () => pending.delete(request);
    },
    find({ url, method, body, traceparent }) {
      const all = [...pending];
      const own = (request: T) => request.headers.get('traceparent');
      return (
        all.find((request) => traceparent !== undefined && own(request) === traceparent) ??
        all.find(
          (request) =>
            request.isForeign &&
            request.url === url &&
            request.method === method &&
            (request.body === undefined || body === undefined || request.body === body),
        )
      );
    },
  };
}
