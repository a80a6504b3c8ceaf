/** A request that has begun. */
export interface BegunRequest {
  /**
   * There once its response is complete, cut or aborted: a body that was cut looks like a complete one. WebKit reports
   * no request that failed or was aborted, Firefox none whose body the page cancelled.
   */
  timing?: PerformanceResourceTiming;
  /** Called when `timing` is there. */
  onEnd?: () => void;
}

interface Pending extends BegunRequest {
  readonly url: string;
  /** `performance.now()` */
  readonly since: number;
}

// A browser may not report every request: those that it forgets are forgotten, too.
const MOST_PENDING = 50;

const pending: Pending[] = [];
let observer: PerformanceObserver | undefined;

/**
 * Begins to wait for the end of a request that is about to be made, without touching its body: cloning or wrapping a
 * streamed body has killed tabs (https://github.com/open-telemetry/opentelemetry-js/issues/4888). Of several requests
 * to one URL each has its own resource timing entry, so every one is to be announced, whether its end matters or not.
 *
 * @param url absolute URL of the request
 * @returns nothing where the browser reports no resource timing
 */
export function requestBegins(url: string): BegunRequest | undefined {
  if (typeof PerformanceObserver === 'undefined') return undefined;
  const request: Pending = { url: withoutFragment(url), since: performance.now() };
  if (pending.push(request) > MOST_PENDING) pending.shift();
  if (!observer) {
    observer = new PerformanceObserver((list) => takeEnded(list.getEntries()));
    observer.observe({ type: 'resource' });
  }
  return request;
}

/**
 * Takes what the browser tells of responses that have ended; without, what it has noted and would tell in a task of its
 * own. An entry is of the request that began last before it, as far as a page's coarse clock can tell.
 */
export function takeEnded(entries: PerformanceEntryList = observer?.takeRecords() ?? []): void {
  for (const entry of entries as PerformanceResourceTiming[]) {
    const url = withoutFragment(entry.name);
    const index = pending.findLastIndex(
      (request) => request.url === url && request.since <= entry.startTime + 1,
    );
    if (index < 0) continue;
    const [request] = pending.splice(index, 1) as [Pending];
    request.timing = entry;
    request.onEnd?.();
  }
  if (pending.length) return;
  observer?.disconnect();
  observer = undefined;
}

function withoutFragment(url: string): string {
  return url.split('#', 1)[0] as string;
}
