import { errorType } from './error-type.ts';

/**
 * Calls `done` when a promise settles, or at once, with the class of the error if it rejects. What is returned settles
 * as the original does.
 */
export function settle<T>(result: T, done: (error?: string) => void): T {
  if (!(result instanceof Promise)) {
    done();
    return result;
  }
  return result.then(
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
