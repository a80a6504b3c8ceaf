import type { Engine } from '../../src/engine/open-engine.ts';
import type { Question, Way } from './questions.ts';

/** Seconds of one question in one way, over its runs. */
export interface Timing {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

export type Timings = Readonly<Partial<Record<Way, Timing>>>;

export interface AskOptions {
  readonly ways: readonly Way[];
  readonly runs: number;
  readonly onProgress: (message: string) => void;
}

/** What a query of the ClickHouse interface gets, with memory for the arrays of ten million events. */
const SETTINGS = {
  max_memory_usage: String(12 * 1024 ** 3),
  do_not_merge_across_partitions_select_final: '1',
};

/**
 * Asks each question in each way, in turns, so that what else the machine does falls on all of them alike. The first time
 * does not count.
 * @throws Error when two ways give other rows, or one other rows than before.
 */
export async function askQuestions(
  engine: Engine,
  questions: readonly Question[],
  options: AskOptions,
): Promise<Record<string, Timings>> {
  const seconds = new Map<string, number[]>();
  const answers = new Map<string, string>();
  for (let run = 0; run <= options.runs; run += 1) {
    for (const { name, statements } of questions) {
      for (const way of options.ways) {
        const started = performance.now();
        const { bytes } = await engine.run(statements[way], { format: 'TabSeparated', settings: SETTINGS });
        const taken = (performance.now() - started) / 1000;
        const rows = Buffer.from(bytes).toString();
        const expected = answers.get(name) ?? rows;
        if (rows === '' || rows !== expected) throw new Error(otherRows(name, way, expected, rows));
        answers.set(name, expected);
        if (run > 0) seconds.set(`${name} ${way}`, [...(seconds.get(`${name} ${way}`) ?? []), taken]);
        options.onProgress(`run ${run}, ${name}, ${way}: ${taken.toFixed(3)} s`);
      }
    }
  }
  return Object.fromEntries(
    questions.map(({ name }) => [
      name,
      Object.fromEntries(options.ways.map((way) => [way, timing(seconds.get(`${name} ${way}`) ?? [])])),
    ]),
  );
}

function timing(values: readonly number[]): Timing {
  const sorted = values.toSorted((a, b) => a - b).map((value) => Math.round(value * 1e4) / 1e4);
  return {
    median: sorted[Math.floor(sorted.length / 2)] ?? Number.NaN,
    least: sorted[0] ?? Number.NaN,
    most: sorted.at(-1) ?? Number.NaN,
  };
}

function otherRows(name: string, way: Way, expected: string, rows: string): string {
  const expectedLines = expected.split('\n');
  const lines = rows.split('\n');
  const place = lines.findIndex((line, index) => line !== expectedLines[index]);
  return (
    `The question ${name}, asked of ${way}, has another answer than before. ` +
    `Line ${place + 1}: ${lines[place]}\nbefore: ${expectedLines[place]}`
  );
}
