import type { Engine } from '../../src/engine/open-engine.ts';
import { loadAverage } from '../machine.ts';
import type { Timing } from './ask-questions.ts';
import { askQuestions } from './ask-questions.ts';
import { fill } from './data/fill.ts';
import type { Month } from './data/months.ts';
import { askedOf, OCTOBER, SEPTEMBER } from './data/months.ts';
import type { QueriesOptions } from './options.ts';
import type { Question } from './questions.ts';
import { readRows } from './read-rows.ts';

export interface Growth {
  /** Events of either month as they lie in chat_events, and how many times as many there are. */
  readonly rows: { readonly small: number; readonly large: number; readonly ratio: number };
  /** Seconds of the views by question, asked in turns of the small month and of the large one. */
  readonly seconds: Readonly<
    Record<string, { readonly small: Timing; readonly large: Timing; readonly ratio: number }>
  >;
  readonly loadAverage: number;
}

/**
 * Adds a month with more events, and asks the views of it and of the month that is there, in turns: what else the machine
 * does falls on both alike, and both have been merged to the end.
 */
export async function measureGrowth(
  engine: Engine,
  questions: readonly Question[],
  options: QueriesOptions & { readonly growth: number; readonly onProgress: (message: string) => void },
): Promise<Growth> {
  const { onProgress, runs } = options;
  // Nobody asks the arrays any more: their room is needed.
  for (const table of ['minimal_events', 'minimal_turns']) await engine.run(`DROP TABLE otel.${table} SYNC`);
  for (const table of ['otel_traces', 'otel_traces_trace_id_ts'])
    await engine.run(`TRUNCATE TABLE otel.${table} SYNC`);
  await fill(engine, { events: options.growth, month: OCTOBER, requests: false, onProgress });
  const rows = { small: await countEvents(engine, SEPTEMBER), large: await countEvents(engine, OCTOBER) };
  const both = questions.flatMap(({ name, statements }) =>
    [SEPTEMBER, OCTOBER].map((month) => ({
      name: `${name} from ${month.from}`,
      statements: { ...statements, views: askedOf(month, statements.views) },
    })),
  );
  const timings = await askQuestions(engine, both, { ways: ['views'], runs, onProgress });
  const timing = (name: string, month: Month): Timing => {
    const found = timings[`${name} from ${month.from}`]?.views;
    if (found === undefined) throw new Error(`${name} was not asked.`);
    return found;
  };
  return {
    rows: { ...rows, ratio: ratio(rows.large, rows.small) },
    seconds: Object.fromEntries(
      questions.map(({ name }) => {
        const [small, large] = [timing(name, SEPTEMBER), timing(name, OCTOBER)];
        return [name, { small, large, ratio: ratio(large.median, small.median) }];
      }),
    ),
    loadAverage: loadAverage(),
  };
}

async function countEvents(engine: Engine, { from, to }: Month): Promise<number> {
  const where = `event_time >= toDateTime('${from} 00:00:00', 'UTC') AND event_time < toDateTime('${to} 00:00:00', 'UTC')`;
  const [row] = await readRows(engine, `SELECT toFloat64(count()) AS n FROM otel.chat_events WHERE ${where}`);
  return Number(row?.n);
}

function ratio(dividend: number, divisor: number): number {
  return Math.round((dividend / divisor) * 100) / 100;
}
