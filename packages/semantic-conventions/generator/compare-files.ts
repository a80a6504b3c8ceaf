/** A file that is not what the registry says. */
export interface Difference {
  readonly path: string;
  readonly kind: 'missing' | 'stale' | 'extra';
}

/** Compares what there should be with what there is, both path → content. */
export function compareFiles(
  expected: ReadonlyMap<string, string>,
  actual: ReadonlyMap<string, string>,
): Difference[] {
  const paths = [...new Set([...expected.keys(), ...actual.keys()])].toSorted();
  return paths.flatMap((path): Difference[] => {
    if (!actual.has(path)) return [{ path, kind: 'missing' }];
    if (!expected.has(path)) return [{ path, kind: 'extra' }];
    return actual.get(path) === expected.get(path) ? [] : [{ path, kind: 'stale' }];
  });
}
