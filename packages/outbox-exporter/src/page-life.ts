/** What the outbox does at the turns of a page's life. */
export interface PageTurns {
  /** The page may go away, and may not get another chance. */
  leave(): void;
  /** The page goes into the back/forward cache. */
  freeze(): void;
  /** The page comes back from there. */
  restore(): void;
  /** A good moment: the network is back, or the visitor looks at the page again. */
  wake(): void;
}

export function isPageHidden(): boolean {
  return globalThis.document?.visibilityState === 'hidden';
}

/** Listens until the returned function is called. Does nothing outside a browser. */
export function watchPage(turns: PageTurns): () => void {
  const life = new AbortController();
  const on = (type: string, listener: (event: Event) => void) =>
    globalThis.addEventListener?.(type, listener, { signal: life.signal });
  // On window and bubbling: after the span processor, which listens on document and hands its last spans over.
  on('visibilitychange', () => (isPageHidden() ? turns.leave() : turns.wake()));
  on('pagehide', (event) => {
    turns.leave();
    if ((event as PageTransitionEvent).persisted) turns.freeze();
  });
  on('pageshow', (event) => {
    if ((event as PageTransitionEvent).persisted) turns.restore();
  });
  on('online', () => turns.wake());
  return () => life.abort();
}
