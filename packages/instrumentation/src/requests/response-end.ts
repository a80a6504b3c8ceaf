/** A wait for the end of a response. */
export interface ResponseEndWatch {
  /** The response's headers are there: what ended before this moment was another request to the same URL. */
  headersCame(): void;
  stop(): void;
}

/**
 * Waits for the end of a response that is about to be asked for, without touching its body: cloning or wrapping a
 * streamed body has killed tabs (https://github.com/open-telemetry/opentelemetry-js/issues/4888). A resource timing
 * entry comes when it is complete, cut or aborted; a body that was cut looks like a complete one.
 *
 * @param url absolute URL of the request
 * @param onEnd is told when that was, in epoch milliseconds, and whether the page aborted it
 * @returns nothing where the browser reports no resource timing
 */
export function watchResponseEnd(
  url: string,
  onEnd: (at: number, aborted: boolean) => void,
): ResponseEndWatch | undefined {
  if (typeof PerformanceObserver === 'undefined') return undefined;
  const startedAt = performance.now();
  let headersAt = Number.POSITIVE_INFINITY;
  const seen: PerformanceResourceTiming[] = [];
  const wanted = withoutFragment(url);
  const check = (): void => {
    // The clock of a page is coarse, and ours was read a moment later than the browser's.
    const entry = seen.find(({ responseEnd }) => responseEnd >= headersAt - 1);
    if (!entry) return;
    observer.disconnect();
    // `performance.now()` may have stopped while the machine slept: only its distance from now is taken.
    onEnd(Date.now() - performance.now() + entry.responseEnd, entry.responseStatus === 0);
  };
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as PerformanceResourceTiming[]) {
      if (withoutFragment(entry.name) === wanted && entry.startTime >= startedAt - 1) seen.push(entry);
    }
    check();
  });
  observer.observe({ type: 'resource' });
  return {
    stop: () => observer.disconnect(),
    headersCame() {
      headersAt = performance.now();
      check();
    },
  };
}

function withoutFragment(url: string): string {
  return url.split('#', 1)[0] as string;
}
