/** The value below which a share `at` (0 to 1) of the values is; `NaN` of none. */
export function quantile(values: readonly number[], at: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const position = (sorted.length - 1) * at;
  const below = sorted[Math.floor(position)] ?? Number.NaN;
  const above = sorted[Math.ceil(position)] ?? Number.NaN;
  return below + (above - below) * (position - Math.floor(position));
}

/** What several runs gave. */
export interface Spread {
  median: number;
  min: number;
  max: number;
}

/** Median and range of the values. */
export function spreadOf(values: readonly number[]): Spread {
  return { median: quantile(values, 0.5), min: Math.min(...values), max: Math.max(...values) };
}

/** Median, and the range that 80 % of the values are in: for many values, of which some were disturbed. */
export function middleOf(values: readonly number[]): Spread {
  return { median: quantile(values, 0.5), min: quantile(values, 0.1), max: quantile(values, 0.9) };
}
