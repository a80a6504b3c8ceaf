import { attempt } from '../guard/guard.ts';
import { retryUntil } from '../page/retry-until.ts';
import type { Tap } from '../page/tap-method.ts';

// Two scripts that each want to be first would otherwise wrap each other for ever.
const MOST_TAPS = 8;

/**
 * Calls `attach` for the object that `find` gives, and again when a later look finds it replaced: a vendor's snippet
 * becomes the script that it loads. It looks at once, then ever less often for a minute until there is one, and from
 * then on whenever the shopper presses a pointer or a key: no interaction comes before that.
 *
 * @param refused called when `attach` gives nothing or throws: the page's object may be frozen, or its getters may throw
 */
export function whenPresent<T extends object>(
  find: () => T | null | undefined,
  attach: (found: T) => Tap | null | undefined,
  refused: () => void,
): () => void {
  let current: T | undefined;
  let tap: Tap | null | undefined;
  let taps = 0;

  const look = (): boolean => {
    // `() => window.vendor.tracker` throws until `vendor` is there: the same as not being there.
    const found = attempt(find);
    const present = found !== null && (typeof found === 'object' || typeof found === 'function');
    const stands = tap && found === current && attempt(tap.stands);
    if (present && found !== current) taps = 0;
    if (present && !stands && taps < MOST_TAPS) {
      if (tap) attempt(tap.remove);
      current = found;
      tap = attempt(() => attach(found));
      if (tap !== undefined) taps += 1;
      if (!tap) refused();
    }
    return tap !== undefined;
  };
  const stopRetrying = look() ? undefined : retryUntil(look);
  const options = { capture: true, passive: true };
  const moments = ['load', 'pointerdown', 'keydown'];
  for (const moment of moments) addEventListener(moment, look, options);
  return () => {
    stopRetrying?.();
    for (const moment of moments) removeEventListener(moment, look, options);
    tap?.remove();
  };
}
