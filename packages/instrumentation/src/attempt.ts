/**
 * What `work` returns; `undefined` when it throws. For what is not ours: getters, hooks and storage of the page may
 * throw at any time, and a missing answer is then the answer.
 */
export function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
