import { attempt } from './guard.ts';

/** What is called when a promise settles. */
export interface SettlementListener<T> {
  resolved(value: T): void;
  rejected(reason: unknown): void;
}

/**
 * Listens to a promise without changing what the page sees: returns what the page is to get in its place, or
 * `undefined` when the result is no promise whose `then` may be called.
 *
 * - A plain promise: one that settles the same way, so that a rejection which nobody handles is still reported.
 * - A promise with methods of its own, or of a subclass: itself.
 * - Anything else with a `then`, a subclass with a `then` of its own included: not listened to. Calling the `then` of a
 *   database query runs the query.
 */
export function onSettlement<T>(result: Promise<T>, listener: SettlementListener<T>): Promise<T> | undefined {
  if (!attempt(() => isPromise(result))) return undefined;
  if (!isPlainPromise(result)) {
    listenBeside(result, listener);
    return result;
  }
  return result.then(
    (value) => {
      listener.resolved(value);
      return value;
    },
    (reason: unknown) => {
      listener.rejected(reason);
      throw reason;
    },
  );
}

function listenBeside<T>(result: Promise<T>, listener: SettlementListener<T>): void {
  // The page handles what it gets: this branch must not report its rejection a second time.
  void Promise.prototype.then.call(
    result,
    (value: T) => listener.resolved(value),
    (reason: unknown) => listener.rejected(reason),
  );
}

/** By its name, because zone.js replaces the class; with the `then` of its realm's promises, not one of its own. */
function isPromise(result: Promise<unknown> | undefined): boolean {
  if (result?.[Symbol.toStringTag] !== 'Promise' || typeof result.then !== 'function') return false;
  return !isOfThisRealm(result) || result.then === Promise.prototype.then;
}

function isPlainPromise(result: Promise<unknown>): boolean {
  if (Object.getPrototypeOf(result) === Promise.prototype) return Reflect.ownKeys(result).every(isOfZone);
  return !isOfThisRealm(result);
}

function isOfThisRealm(result: unknown): boolean {
  return result instanceof Promise;
}

/** zone.js keeps its state on each promise. */
function isOfZone(key: string | symbol): boolean {
  return String(key).includes('__zone_symbol__');
}
