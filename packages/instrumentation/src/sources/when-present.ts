import { attempt } from '../guard/guard.ts';
import { retryUntil } from '../page/retry-until.ts';
import type { NotTapped, Tap } from '../page/tap-method.ts';
import { watchChanges } from '../page/watch-changes.ts';
import type { ReportProblem } from '../public/problems.ts';
import type { Claim } from './page-claims.ts';
import { claimPlace } from './page-claims.ts';

/** A method of an object that the page may have, or get later. */
export interface AwaitedMethod<T extends object> {
  /** Gives the object; `undefined` or an exception as long as it is not there. */
  find(): T | null | undefined;
  readonly method: string;
  /** Wraps the method. */
  attach(found: T): Tap | NotTapped;
  /** Stands for the instrumentation that asks. */
  readonly holder: object;
  readonly report: ReportProblem;
}

/**
 * Attaches to a method as soon as the page has it, and again when the page replaces its object: a vendor's snippet
 * becomes the script that it loads. Looks at once, then with growing delays for a minute, and whenever something may have
 * changed. An instrumentation that finds another one there waits until that one is gone.
 */
export function whenPresent<T extends object>(awaited: AwaitedMethod<T>): () => void {
  const { method, holder, report } = awaited;
  let current: T | undefined;
  let claim: Claim | undefined;
  let tap: Tap | NotTapped = 'missing';

  const leave = (): void => {
    if (typeof tap === 'object') attempt(tap.remove);
    tap = 'missing';
    claim?.release();
    claim = undefined;
  };
  const attach = (found: T): void => {
    // A getter that throws: no method yet.
    tap = attempt(() => awaited.attach(found)) ?? 'missing';
    if (tap === 'refused') report('cannot_wrap', method);
  };
  const arrive = (found: T): void => {
    leave();
    current = found;
    claim = claimPlace(found, method, holder, look);
    if (!claim.isHeld()) report('second_instance', method);
  };
  const look = (): boolean => {
    // `() => window.vendor.tracker` throws until `vendor` is there: the same as not being there.
    const found = attempt(awaited.find);
    if (!found || (typeof found !== 'object' && typeof found !== 'function')) return false;
    if (found !== current) arrive(found);
    if (!claim?.isHeld()) return true;
    if (typeof tap === 'object') attempt(tap.renew);
    else if (tap === 'missing') attach(found);
    return tap !== 'missing';
  };

  const stopRetrying = look() ? () => {} : retryUntil(look);
  const stopWatching = watchChanges(look);
  return () => {
    stopRetrying();
    stopWatching();
    leave();
  };
}
