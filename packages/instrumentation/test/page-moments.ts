import { onTestFinished, vi } from 'vitest';

/** 5 January 2026, 10:00 UTC. */
export const TEN_O_CLOCK: number = Date.UTC(2026, 0, 5, 10);

/** Timers and clock that stand still until the test moves them. */
export function stopClock(): void {
  vi.useFakeTimers({
    now: TEN_O_CLOCK,
    toFake: ['Date', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'],
  });
  onTestFinished(() => {
    vi.useRealTimers();
  });
}

/** A machine that sleeps: the clock goes on, timers do not. */
export function sleepFor(ms: number): void {
  vi.setSystemTime(Date.now() + ms);
}

/** The shopper looks at another tab, and comes back. */
export function hidePage(): void {
  setVisibility('hidden');
}

export function showPage(): void {
  setVisibility('visible');
}

/** The shopper goes to another page: the events of a browser, in their order. */
export function leavePage(): void {
  dispatchEvent(new PageTransitionEvent('pagehide', { persisted: false }));
  setVisibility('hidden');
  Reflect.deleteProperty(document, 'visibilityState');
}

/** Goes to another address of the same page, as a shop does that renders its pages in the browser. */
export function goTo(path: string): void {
  const { href } = location;
  history.pushState(null, '', path);
  onTestFinished(() => history.replaceState(null, '', href));
}

/** The shopper presses something. */
export function press(): void {
  dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
}

function setVisibility(state: DocumentVisibilityState): void {
  Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state });
  onTestFinished(() => {
    Reflect.deleteProperty(document, 'visibilityState');
  });
  document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
}
