/**
 * Calls `onEnd` whenever the page is hidden or left, until the returned function is called.
 *
 * In the capture phase on `window`: the batch processor flushes in a listener of its own on `document`, and a span
 * that ends after that is lost with the page. `pagehide` comes first when a tab closes, and alone on old iOS.
 */
export function watchPageEnd(onEnd: () => void): () => void {
  const onVisibilityChange = () => {
    if (isPageHidden()) onEnd();
  };
  addEventListener('visibilitychange', onVisibilityChange, true);
  addEventListener('pagehide', onEnd, true);
  return () => {
    removeEventListener('visibilitychange', onVisibilityChange, true);
    removeEventListener('pagehide', onEnd, true);
  };
}

/** Whether nobody sees the page, so that it may go away without a further sign. */
export function isPageHidden(): boolean {
  return document.visibilityState === 'hidden';
}
