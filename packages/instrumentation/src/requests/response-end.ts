import { pageTime } from '../page/clock.ts';

/** A request that has begun. */
export interface BegunRequest {
  /**
   * Present once its response is complete, cut or aborted: a cut body looks like a complete one. WebKit does not report
   * requests that failed or were aborted, Firefox those whose body the page cancelled.
   */
  timing?: PerformanceResourceTiming;
  /** Called when `timing` is present. */
  onEnd?: () => void;
}

interface Pending extends BegunRequest {
  readonly url: string;
  /** Page time. */
  readonly since: number;
}

// A browser may not report every request: the oldest ones are dropped.
const MAX_PENDING = 50;

const pending: Pending[] = [];
let observer: PerformanceObserver | undefined;

/**
 * Waits for the end of a request that is about to be made, without touching its body: cloning or wrapping a streamed
 * body has killed tabs (https://github.com/open-telemetry/opentelemetry-js/issues/4888). Each request to a URL has its
 * own resource timing entry, so announce every request, even one whose end does not matter.
 *
 * @param url absolute URL of the request
 * @returns `undefined` where the browser reports no resource timing
 */
export function requestBegins(url: string): BegunRequest | undefined {
  if (typeof PerformanceObserver === 'undefined') return undefined;
  const request: Pending = { url: withoutFragment(url), since: pageTime() };
  if (pending.push(request) > MAX_PENDING) pending.shift();
  if (!observer) {
    observer = new PerformanceObserver((list) => takeEnded(list.getEntries()));
    observer.observe({ type: 'resource' });
  }
  return request;
}

/**
 * Takes the entries of responses that have ended; without an argument, the entries that the browser would deliver in a
 * later task. An entry belongs to the request that began last before it, as far as a page's coarse clock can tell.
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
