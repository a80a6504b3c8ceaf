import { attempt, errorType } from './guard.ts';

/**
 * Calls `done` when a promise settles, or at once, with the class of the error if it rejects. What is returned settles
 * as the original does.
 */
export function settle<T>(result: T, done: (error?: string) => void): T {
  // Not by its class: zone.js puts another in its place. Not by `then` alone: calling a query's makes the query.
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
