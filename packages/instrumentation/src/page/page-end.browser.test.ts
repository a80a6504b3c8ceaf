import { expect, onTestFinished, test, vi } from 'vitest';
import { leavePage } from '../../test/page-moments.ts';
import { isPageHidden, watchPageEnd } from './page-end.ts';

/** How visible the page is each time that its end is reported. */
function watch(): string[] {
  const ends: string[] = [];
  const stop = watchPageEnd(() => ends.push(isPageHidden() ? 'hidden' : 'visible'));
  onTestFinished(stop);
  return ends;
}

test('a page that is left ends once, when it no longer counts as visible', () => {
  const ends = watch();
  leavePage();
  expect(ends).toEqual(['hidden']);
});

test('a visible page ends at `pagehide` in browsers that send nothing after it', () => {
  vi.stubGlobal('WeakRef', undefined);
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
  const ends = watch();
  dispatchEvent(new PageTransitionEvent('pagehide'));
  expect(ends).toEqual(['visible']);
});

test('the browser sends `visibilitychange` after `pagehide` when a visible page goes away', () => {
  const frame = document.body.appendChild(document.createElement('iframe'));
  // Firefox gives no document of a frame that is being removed.
  const { contentWindow, contentDocument } = frame;
  const seen: string[] = [];
  for (const type of ['pagehide', 'visibilitychange'])
    contentWindow?.addEventListener(type, () => seen.push(`${type}: ${contentDocument?.visibilityState}`), {
      capture: true,
    });
  frame.remove();
  expect(seen).toEqual(['pagehide: visible', 'visibilitychange: hidden']);
});
