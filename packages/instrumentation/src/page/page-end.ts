import { listen } from './listen.ts';

/**
 * Calls `onEnd` whenever the page is hidden or left, until the returned function is called.
 *
 * In the capture phase on `window`: the batch processor flushes in a listener on `document`, and a span that ends after
 * that is lost with the page.
 *
 * When a visible page is left, `pagehide` comes first, and `visibilitychange` follows in the same task. Only the second
 * one is the end: until then the page counts as visible, and exporters that choose their transport by that (Splunk RUM
 * does) send by a request that is lost with the page.
 */
export function watchPageEnd(onEnd: () => void): () => void {
  return listen(
    window,
    ['visibilitychange', 'pagehide'],
    ({ type }) => {
      if (isPageHidden() || (type === 'pagehide' && !tellsLeavingByVisibility())) onEnd();
    },
    { capture: true },
  );
}

/** Whether nobody sees the page. A hidden page may go away without any further event. */
export function isPageHidden(): boolean {
  return document.visibilityState === 'hidden';
}

/**
 * Safari before 14.1, and every browser on iOS before 14.5, send nothing but `pagehide` when a visible page is left
 * (https://bugs.webkit.org/show_bug.cgi?id=151234). The releases that mended it brought `WeakRef`, too.
 */
function tellsLeavingByVisibility(): boolean {
  return typeof WeakRef === 'function';
}
