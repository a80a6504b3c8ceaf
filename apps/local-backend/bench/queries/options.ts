import { parseArgs } from 'node:util';
import { numberOption } from '../number-option.ts';

/** How a run is to be. */
export interface QueriesOptions {
  /** About how many events, 10 a chat session, are asked of in all three ways. */
  readonly events: number;
  /** About how many events the views are asked of once more, to see how their time grows; null for not at all. */
  readonly growth: number | null;
  /** How often each question is asked in each way, besides a first time that does not count. */
  readonly runs: number;
  /** Parent of the temporary folder of the data, which is removed at the end: 180 MB a million events, 130 MB of growth. */
  readonly folder: string | null;
}

export const USAGE = `usage: npx --yes pnpm@12 bench:queries [--events 10000000] [--growth <events>] [--runs 5]
  [--folder <where there is room>]`;

/** @throws RangeError or TypeError that names an option which cannot be used. */
export function parseQueriesOptions(args: readonly string[]): QueriesOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      events: { type: 'string', default: '10000000' },
      growth: { type: 'string' },
      runs: { type: 'string', default: '5' },
      folder: { type: 'string' },
    },
  });
  return {
    events: numberOption('events', values.events),
    growth: values.growth === undefined ? null : numberOption('growth', values.growth),
    runs: numberOption('runs', values.runs),
    folder: values.folder ?? null,
  };
}
