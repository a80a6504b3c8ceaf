/** Requests of the chat that the page has made and that have no answer yet. */
export interface OpenRequests {
  /**
   * Whether a call to this URL belongs to a request that is open: it is made while that one is being sent, or, for a
   * stale call, at any time before its answer.
   */
  includes(url: string, method: string, isStale: boolean): boolean;
  add(url: string, method: string): OpenRequest;
}

/** One of them. */
export interface OpenRequest {
  /** Runs what sends it. */
  during<T>(send: () => T): T;
  close(): void;
}

// A request that never settles must not be remembered forever.
const MAX_OPEN = 50;

export function openRequests(): OpenRequests {
  const open: { readonly key: string; isBeingSent: boolean }[] = [];
  const keyOf = (url: string, method: string) => `${method} ${url}`;
  return {
    includes: (url, method, isStale) =>
      open.some(({ key, isBeingSent }) => key === keyOf(url, method) && (isStale || isBeingSent)),
    add(url, method) {
      const request = { key: keyOf(url, method), isBeingSent: false };
      open.push(request);
      if (open.length > MAX_OPEN) open.shift();
      return {
        during(send) {
          request.isBeingSent = true;
          try {
            return send();
          } finally {
            request.isBeingSent = false;
          }
        },
        close() {
          const index = open.indexOf(request);
          if (index >= 0) open.splice(index, 1);
        },
      };
    },
  };
}
