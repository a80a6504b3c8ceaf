/** What the browser knows of a response when its body is complete, cut or aborted. */
export interface ResponseEnd {
  /** Epoch milliseconds. */
  readonly at: number;
  /** Whether the page aborted it; a body that was cut looks like a complete one. */
  readonly aborted: boolean;
}

/**
 * Waits for the end of a response without touching its body. Cloning or wrapping a streamed body has killed tabs
 * (https://github.com/open-telemetry/opentelemetry-js/issues/4888); a resource timing entry comes when it is over.
 *
 * @param url absolute URL of the request
 * @param startedAt `performance.now()` when the request was made
 * @param headersAt gives `performance.now()` when the response's headers came: an earlier entry is of another request
 * @returns what stops the waiting; nothing where the browser reports no resource timing
 */
export function watchResponseEnd(
  url: string,
  startedAt: number,
  headersAt: () => number | undefined,
  onEnd: (end: ResponseEnd) => void,
): { check(): void; stop(): void } | undefined {
  if (typeof PerformanceObserver === 'undefined') return undefined;
  const seen: PerformanceResourceTiming[] = [];
  const wanted = withoutFragment(url);
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as PerformanceResourceTiming[]) {
      if (withoutFragment(entry.name) === wanted && entry.startTime >= startedAt - 1) seen.push(entry);
    }
    check();
  });
  const check = (): void => {
    const headers = headersAt();
    if (headers === undefined) return;
    const entry = seen.find(({ responseEnd }) => responseEnd >= headers - 1);
    if (!entry) return;
    observer.disconnect();
    // `performance.now()` may have stopped while the machine slept: only its distance from now is taken.
    onEnd({ at: Date.now() - (performance.now() - entry.responseEnd), aborted: entry.responseStatus === 0 });
  };
  observer.observe({ type: 'resource' });
  return { check, stop: () => observer.disconnect() };
}

function withoutFragment(url: string): string {
  return url.split('#', 1)[0] as string;
}
