import type { Timings } from './ask-questions.ts';

export interface Ratios {
  /** How many times as long otel_traces takes as the views. */
  readonly spansByViews: number;
  /** How many times as long the views take as a hand-tuned query of minimal tables. */
  readonly viewsByMinimal: number;
}

/** Ratios of the medians, by question. */
export function compareWays(seconds: Readonly<Record<string, Timings>>): Record<string, Ratios> {
  return Object.fromEntries(
    Object.entries(seconds).map(([name, timings]) => [
      name,
      {
        spansByViews: ratio(timings.spans?.median, timings.views?.median),
        viewsByMinimal: ratio(timings.views?.median, timings.minimal?.median),
      },
    ]),
  );
}

/** How many times as many rows there are, and how many times as long each question takes of the views. */
export function compareGrowth(
  before: Readonly<Record<string, Timings>>,
  after: Readonly<Record<string, Timings>>,
  rows: number,
): { rows: number; time: Record<string, number> } {
  return {
    rows: Math.round(rows * 100) / 100,
    time: Object.fromEntries(
      Object.entries(after).map(([name, timings]) => [
        name,
        ratio(timings.views?.median, before[name]?.views?.median),
      ]),
    ),
  };
}

function ratio(dividend: number | undefined, divisor: number | undefined): number {
  return Math.round(((dividend ?? Number.NaN) / (divisor ?? Number.NaN)) * 100) / 100;
}
