import { listen } from './listen.ts';

/**
 * Calls `onEnd` whenever the page is hidden or left, until the returned function is called.
 *
 * In the capture phase on `window`: the batch processor flushes in a listener on `document`, and a span that ends after
 * that is lost with the page. `pagehide` comes first when a tab closes, and is the only event on old iOS.
 */
export function watchPageEnd(onEnd: () => void): () => void {
  return listen(
    window,
    ['visibilitychange', 'pagehide'],
    ({ type }) => {
      if (type === 'pagehide' || isPageHidden()) onEnd();
    },
    { capture: true },
  );
}

/** Whether nobody sees the page. A hidden page may go away without any further event. */
export function isPageHidden(): boolean {
  return document.visibilityState === 'hidden';
}
