import { attempt } from '../guard/guard.ts';
import { inRootZone } from './root-zone.ts';
import { startTimer } from './timer.ts';

/** What is called when a promise settles. */
export interface PromiseObserver {
  onFulfilled(value: unknown): void;
  onRejected(reason: unknown): void;
  /** Called at once for any other value: it does not say when it ends. */
  onUnknown(): void;
}

/**
 * Observes a promise that belongs to the page, which goes on using the same object: it may have methods of its own, as
 * those of ky and of database clients do.
 *
 * Calls no `then` but that of the platform's promise or of the page's `Promise`. Other thenables may be lazy: calling
 * `then` runs the query of a database client.
 */
export function observePromise(value: unknown, observer: PromiseObserver): void {
  const { onFulfilled, onRejected, onUnknown } = observer;
  let use: UseWatch | undefined;
  const onFulfilment = (result: unknown): void => {
    use?.stop();
    onFulfilled(result);
  };
  const onRejection = (reason: unknown): void => {
    // The browser reports a rejection that nobody handled, after the code that could still handle it.
    const reportUnhandled = () => {
      if (use?.stop() === false) void Promise.reject(reason);
    };
    if (use && !use.isUsed()) startTimer(reportUnhandled, 0);
    onRejected(reason);
  };
  const isObserved = attempt(() => {
    const { then } = value as Promise<unknown>;
    if (!eagerThens().includes(then)) return false;
    inRootZone(() => void Reflect.apply(then, value, [onFulfilment, onRejection]));
    return true;
  });
  if (isObserved) use = watchUse(value as object);
  else onUnknown();
}

/** zone.js and old polyfills replace the page's `Promise`; an async function returns the platform's. */
function eagerThens(): unknown[] {
  const platform = (async () => {})();
  return [Object.getPrototypeOf(platform).then, Promise.prototype.then];
}

interface UseWatch {
  isUsed(): boolean;
  /** Leaves the promise as it was. Returns whether it was used. */
  stop(): boolean;
}

/**
 * Whether the page does something with its promise. Observing a promise counts as handling its rejection, and the page's
 * error monitoring would no longer hear of one that nobody handles. `await`, `then` and all that use them read
 * `constructor` first: https://tc39.es/ecma262/#sec-promise.prototype.then
 */
function watchUse(promise: object): UseWatch | undefined {
  if (Object.hasOwn(promise, 'constructor')) return undefined;
  let isUsed = false;
  const get = (): unknown => {
    isUsed = true;
    stop();
    return (promise as { constructor: unknown }).constructor;
  };
  const stop = (): boolean => {
    if (Object.getOwnPropertyDescriptor(promise, 'constructor')?.get === get)
      Reflect.deleteProperty(promise, 'constructor');
    return isUsed;
  };
  const isWatched = Reflect.defineProperty(promise, 'constructor', { configurable: true, get });
  return isWatched ? { isUsed: () => isUsed, stop } : undefined;
}
