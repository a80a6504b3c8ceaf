import { parseArgs } from 'node:util';

/** What can be measured, in the order in which it is. */
export const PARTS = ['size', 'ratio', 'time', 'wire', 'delivery', 'heap', 'idle', 'profile'] as const;

export type Part = (typeof PARTS)[number];

/** How a run is to be; every figure is in RESULTS.md beside what it made. */
export interface Options {
  readonly parts: readonly Part[];
  /** Ids of the rows to measure; none: all. */
  readonly rows: readonly string[];
  /** How often the time of each row is taken. */
  readonly rounds: number;
  /** Milliseconds between two events of a session. */
  readonly pace: number;
  /** And in a second session, nearer to a shopper's pace. */
  readonly slow: number;
  /** Seconds that the network or the receiver is away. */
  readonly outage: number;
  /** Seconds for which pages are left alone. */
  readonly idle: number;
  /** Events after which the heap is looked at. */
  readonly events: number;
  /** Milliseconds before the sink answers. */
  readonly latency: number;
  /** How often a page is left in each way. */
  readonly leaves: number;
  /** Pages open at the same time, where that does not change what is measured. */
  readonly parallel: number;
}

export const USAGE = `usage: npx --yes pnpm@12 bench [--only ${PARTS.join(',')}] [--rows <id>,…]
  [--rounds 5] [--pace 80] [--slow 2000] [--outage 30] [--idle 60] [--events 10000] [--latency 40] [--leaves 5] [--parallel 8]`;

const NUMBERS = {
  rounds: 5,
  pace: 80,
  slow: 2_000,
  outage: 30,
  idle: 60,
  events: 10_000,
  latency: 40,
  leaves: 5,
  parallel: 8,
};

/** @throws when an option cannot be used; the message says what to give. */
export function parseOptions(args: readonly string[], rowIds: readonly string[]): Options {
  const numberNames = Object.keys(NUMBERS) as (keyof typeof NUMBERS)[];
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...args],
    options: { only: text, rows: text, ...Object.fromEntries(numberNames.map((name) => [name, text])) },
  });
  const given: Record<string, string | undefined> = values;
  const numbers = { ...NUMBERS };
  for (const name of numberNames) {
    const value = Number(given[name] ?? NUMBERS[name]);
    if (!(value > 0)) throw new RangeError(`--${name} ${given[name]}: give a number above 0.\n${USAGE}`);
    numbers[name] = value;
  }
  return {
    ...numbers,
    parts: chosen('only', given.only, PARTS),
    rows: given.rows === undefined ? [] : chosen('rows', given.rows, rowIds),
  };
}

function chosen<Name extends string>(
  option: string,
  value: string | undefined,
  known: readonly Name[],
): readonly Name[] {
  if (value === undefined) return known;
  const names = value.split(',');
  const wrong = names.find((name) => !known.includes(name as Name));
  if (wrong !== undefined)
    throw new RangeError(`--${option} ${wrong}: not one of ${known.join(', ')}.\n${USAGE}`);
  return known.filter((name) => names.includes(name));
}
