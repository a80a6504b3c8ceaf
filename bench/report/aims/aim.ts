/** One aim of the project, held against the figures of a run. */
export interface Aim {
  aim: string;
  reached: boolean;
  figures: string;
}

/** A figure for a sentence. */
export function rounded(value: number, digits = 2): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: digits });
}
