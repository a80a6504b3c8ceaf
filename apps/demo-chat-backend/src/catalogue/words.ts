/** Lower-case words without punctuation and without a plural s: "Rain-Proof jackets!" → rain, proof, jacket. */
export function wordsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];
  return words.map((word) => (word.length > 3 && /[^s]s$/.test(word) ? word.slice(0, -1) : word));
}

export function containsAny(words: readonly string[], wanted: readonly string[]): boolean {
  return wanted.some((word) => words.includes(word));
}

/** "a", "a and b", "a, b and c". */
export function listed(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
