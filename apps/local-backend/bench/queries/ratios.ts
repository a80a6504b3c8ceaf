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

function ratio(dividend: number | undefined, divisor: number | undefined): number {
  return Math.round(((dividend ?? Number.NaN) / (divisor ?? Number.NaN)) * 100) / 100;
}
