/** Calls `done` when a promise settles, or at once. What is returned settles as the original does. */
export function settle<T>(result: T, done: (error?: unknown) => void): T {
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
      done(error);
      throw error;
    },
  ) as T;
}
