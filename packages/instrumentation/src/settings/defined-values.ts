/** The entries that have a value. The two SDK lines treat an attribute that is `undefined` differently. */
export function definedValues<T extends object>(values: T): T {
  const defined = {} as T;
  for (const key of Object.keys(values) as (keyof T)[]) {
    if (values[key] !== undefined) defined[key] = values[key];
  }
  return defined;
}
