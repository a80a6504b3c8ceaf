/** The names of a text, separated by white space. */
export function lowerCasedNames(names: string): ReadonlySet<string> {
  return new Set(
    names
      .toLowerCase()
      .split(/\s+/)
      .filter((name) => name !== ''),
  );
}
