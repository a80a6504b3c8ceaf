import { attempt, errorType } from './guard.ts';

/**
 * Calls `done` when a promise settles, with the class of the error if it rejects; at once for any other result. The
 * returned promise settles as the original does.
 */
export function settle<T>(result: T, done: (error?: string) => void): T {
  // Not by its class: zone.js replaces it. Not by `then` alone: calling a database query's `then` runs the query.
  if (attempt(() => (result as Promise<unknown>)[Symbol.toStringTag]) !== 'Promise') {
    done();
    return result;
  }
  return (result as Promise<unknown>).then(
    (value) => {
      done();
      return value;
    },
    (error: unknown) => {
      done(errorType(error));
      throw error;
    },
  ) as T;
}
