import { attempt } from '../guard/guard.ts';
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
  let isUsed = (): boolean => true;
  const onRejection = (reason: unknown): void => {
    onRejected(reason);
    // The browser reports a rejection that nobody handled, after the code that could still handle it.
    if (!isUsed()) startTimer(() => void (isUsed() || Promise.reject(reason)), 0);
  };
  const isObserved = attempt(() => {
    const { then } = value as Promise<unknown>;
    if (!eagerThens().includes(then)) return false;
    void Reflect.apply(then, value, [onFulfilled, onRejection]);
    return true;
  });
  if (isObserved) isUsed = watchUse(value as object);
  else onUnknown();
}

/** zone.js and old polyfills replace the page's `Promise`; an async function returns the platform's. */
function eagerThens(): unknown[] {
  const platform = (async () => {})();
  return [Object.getPrototypeOf(platform).then, Promise.prototype.then];
}

/**
 * Whether the page does something with its promise. Observing a promise counts as handling its rejection, and the page's
 * error monitoring would no longer hear of one that nobody handles. `await`, `then` and all that use them read
 * `constructor` first: https://tc39.es/ecma262/#sec-promise.prototype.then
 */
function watchUse(promise: object): () => boolean {
  let isUsed = false;
  const get = (): unknown => {
    isUsed = true;
    Reflect.deleteProperty(promise, 'constructor');
    return (promise as { constructor: unknown }).constructor;
  };
  if (Object.hasOwn(promise, 'constructor')) return () => true;
  const isWatched = Reflect.defineProperty(promise, 'constructor', { configurable: true, get });
  return () => isUsed || !isWatched;
}
