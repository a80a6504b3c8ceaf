import { attempt } from '../guard/guard.ts';
import { listen } from '../page/listen.ts';
import type { NotWrapped, WrappedMethod } from '../page/wrap-method.ts';
import { retryUntil } from './retry-until.ts';

// Two scripts that each want to be outermost would otherwise wrap each other without end.
const MAX_ATTACHES = 8;

/**
 * Calls `attach` for the object that `find` returns, and again when a later look finds it replaced: a vendor's snippet
 * becomes the script that it loads. It looks at once, then with growing delays for a minute until there is one, and
 * from then on at each pointer or key press, since an interaction comes after one.
 *
 * @param refused called when `attach` is refused or throws: the page's object may be frozen, or its getters may throw
 */
export function whenPresent<T extends object>(
  find: () => T | null | undefined,
  attach: (found: T) => WrappedMethod | NotWrapped,
  refused: () => void,
): () => void {
  let current: T | undefined;
  let attached: WrappedMethod | NotWrapped = 'missing';
  let attaches = 0;

  const remove = (): void => {
    if (typeof attached === 'object') attached.remove();
  };
  const look = (): boolean => {
    // `() => window.vendor.tracker` throws until `vendor` is there: the same as not being there.
    const found = attempt(find);
    const isPresent = found !== null && (typeof found === 'object' || typeof found === 'function');
    if (!isPresent) return attached !== 'missing';
    if (found !== current) attaches = 0;
    const before = attached;
    const isOutermost =
      typeof before === 'object' && found === current && attempt(() => before.isOutermost());
    if (isOutermost || attaches >= MAX_ATTACHES) return attached !== 'missing';
    attempt(remove);
    current = found;
    attached = attempt(() => attach(found)) ?? 'missing';
    if (attached !== 'missing') attaches += 1;
    if (typeof attached === 'string') refused();
    return attached !== 'missing';
  };
  const stopRetrying = look() ? undefined : retryUntil(look);
  const stopListening = listen(window, ['load', 'pointerdown', 'keydown'], look, {
    capture: true,
    passive: true,
  });
  return () => {
    stopRetrying?.();
    stopListening();
    remove();
  };
}
