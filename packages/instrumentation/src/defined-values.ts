/** The entries that have a value. The two SDK lines differ in what they make of an attribute that is `undefined`. */
export function definedValues<T extends object>(values: T): T {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;
}
