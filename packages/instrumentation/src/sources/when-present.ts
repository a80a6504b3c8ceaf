import type { Tap } from '../tap-method.ts';

const FIRST_LOOK_MS = 50;
const LAST_LOOK_MS = 60_000;
// Two scripts that each want to be first would otherwise wrap each other for ever.
const MOST_TAPS = 8;

/**
 * Calls `attach` for the object that `find` gives, and again when a later look finds it replaced: a vendor's snippet
 * becomes the script that it loads. It looks at once, then ever less often for a minute until there is one, and from
 * then on whenever the shopper presses a pointer or a key: no interaction comes before that.
 */
export function whenPresent<T extends object>(
  find: () => T | null | undefined,
  attach: (found: T) => Tap | undefined,
): () => void {
  let current: T | undefined;
  let tap: Tap | undefined;
  let taps = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const look = (): boolean => {
    const found = findSafely(find);
    if (found && (found !== current || (tap && !tap.stands())) && taps < MOST_TAPS) {
      tap?.remove();
      taps += 1;
      current = found;
      tap = attach(found);
    }
    return current !== undefined;
  };
  const lookLater = (delay: number, total: number): void => {
    if (total > LAST_LOOK_MS) return;
    timer = setTimeout(() => {
      if (!look()) lookLater(delay * 2, total + delay * 2);
    }, delay);
  };

  if (!look()) lookLater(FIRST_LOOK_MS, FIRST_LOOK_MS);
  const options = { capture: true, passive: true };
  const moments = ['load', 'pointerdown', 'keydown'];
  for (const moment of moments) addEventListener(moment, look, options);
  return () => {
    clearTimeout(timer);
    for (const moment of moments) removeEventListener(moment, look, options);
    tap?.remove();
  };
}

function findSafely<T extends object>(find: () => T | null | undefined): T | undefined {
  try {
    const found = find();
    return found !== null && (typeof found === 'object' || typeof found === 'function') ? found : undefined;
  } catch {
    // `() => window.vendor.tracker` throws until `vendor` is there: the same as not being there.
    return undefined;
  }
}
