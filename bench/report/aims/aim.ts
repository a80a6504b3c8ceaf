/** One aim of the project, held against the figures of a run. */
export interface Aim {
  aim: string;
  reached: boolean;
  figures: string;
  /** How far from the aim, when missed: "4.2 times the aim". */
  distance: string;
}

/** How many times a figure is too large. Empty when it is not. */
export function timesTheAim(value: number, limit: number): string {
  return value <= limit ? '' : `${rounded(value / limit)} times the aim`;
}

/** A figure for a sentence. */
export function rounded(value: number, digits = 2): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: digits });
}
