/** Uses localStorage. @returns undefined where it is missing, forbidden or full. */
export function withLocalStorage<T>(use: (storage: Storage) => T): T | undefined {
  try {
    return use(localStorage);
  } catch {
    // Private mode, blocked cookies, a worker, a full quota: every caller can go on without it.
    return undefined;
  }
}
