/** A wait for the end of a response. */
export interface ResponseEndWatch {
  /** The response's head is there. */
  headersCame(): void;
  stop(): void;
}

interface Wait {
  readonly url: string;
  /** `performance.now()`, as the next. */
  readonly since: number;
  /** When another request to the same URL began: later entries are of that one. */
  until: number;
}

const waits = new Set<Wait>();
const taken = new WeakSet<PerformanceEntry>();

/** Says that a request to this absolute URL begins now, which ends no other's wait. Returns `performance.now()`. */
export function requestBegins(url: string): number {
  const now = performance.now();
  for (const wait of waits) {
    if (wait.url === withoutFragment(url) && now > wait.since) wait.until = Math.min(wait.until, now);
  }
  return now;
}

/**
 * Waits for the end of a response without touching its body: cloning or wrapping a streamed body has killed tabs
 * (https://github.com/open-telemetry/opentelemetry-js/issues/4888). A resource timing entry comes when it is complete,
 * cut or aborted; a body that was cut looks like a complete one.
 *
 * @param url absolute URL of the request
 * @param since when it began, as `requestBegins` said
 * @param onEnd is told when that was, in epoch milliseconds, and whether the page aborted it
 * @returns nothing where the browser reports no resource timing
 */
export function watchResponseEnd(
  url: string,
  since: number,
  onEnd: (at: number, aborted: boolean) => void,
): ResponseEndWatch | undefined {
  if (typeof PerformanceObserver === 'undefined') return undefined;
  const wait: Wait = { url: withoutFragment(url), since, until: Number.POSITIVE_INFINITY };
  const seen: PerformanceResourceTiming[] = [];
  let hasHeaders = false;
  const stop = (): void => {
    observer.disconnect();
    waits.delete(wait);
  };
  const check = (): void => {
    const entry = hasHeaders && seen.find((found) => !taken.has(found));
    if (!entry) return;
    taken.add(entry);
    stop();
    // `performance.now()` may have stopped while the machine slept: only its distance from now is taken.
    onEnd(Date.now() - performance.now() + entry.responseEnd, entry.responseStatus === 0);
  };
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as PerformanceResourceTiming[]) {
      // The clock of a page is coarse.
      const isOurs = entry.startTime >= wait.since - 1 && entry.startTime <= wait.until;
      if (isOurs && withoutFragment(entry.name) === wait.url) seen.push(entry);
    }
    check();
  });
  waits.add(wait);
  observer.observe({ type: 'resource' });
  return {
    stop,
    headersCame() {
      hasHeaders = true;
      check();
    },
  };
}

function withoutFragment(url: string): string {
  return url.split('#', 1)[0] as string;
}
