/** What the outbox does at the turns of a page's life. */
export interface PageTurns {
  /** The page may go away, and may not get another chance. */
  leave(): void;
  /** The page goes into the back/forward cache. */
  freeze(): void;
  /** The page comes back from the back/forward cache. */
  restore(): void;
  /** A good moment for a retry: the network is back, or the visitor looks at the page again. */
  wake(): void;
}

export function isPageHidden(): boolean {
  return globalThis.document?.visibilityState === 'hidden';
}

/** Listens until the returned function is called. Does nothing outside a browser. */
export function watchPage(turns: PageTurns): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  const listen = (type: string, listener: (event: Event) => void) =>
    globalThis.addEventListener?.(type, listener, { signal });
  // On window, in the bubbling phase: after the span processor, which listens on document and exports its last spans.
  listen('visibilitychange', () => (isPageHidden() ? turns.leave() : turns.wake()));
  listen('pagehide', (event) => {
    turns.leave();
    if ((event as PageTransitionEvent).persisted) turns.freeze();
  });
  listen('pageshow', (event) => {
    if ((event as PageTransitionEvent).persisted) turns.restore();
  });
  listen('online', () => turns.wake());
  return () => listening.abort();
}
