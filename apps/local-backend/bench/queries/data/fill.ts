import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from '../../../src/engine/open-engine.ts';
import type { Month } from './months.ts';
import { DAYS } from './months.ts';
import { waitForMerges } from './wait-for-merges.ts';

const EVENTS_PER_SESSION = 10;
const SESSIONS_PER_BATCH = 10_000;
/** One batch in so many arrives twice, cut otherwise the second time. */
const REPLAYED = 100;
const INSERT = readFileSync(join(import.meta.dirname, 'insert-spans.sql'), 'utf8');

export interface FillOptions {
  /** About how many events. */
  readonly events: number;
  readonly month: Month;
  /** With the spans of the requests to the assistant, which only who asks otel_traces has to pass by. */
  readonly requests: boolean;
  readonly onProgress: (message: string) => void;
}

/**
 * Fills a month of otel_traces and, by its materialized views, of all the other tables.
 * Resolves when the engine has no merge left to do.
 */
export async function fill(engine: Engine, options: FillOptions): Promise<void> {
  const { month, onProgress } = options;
  const sessions = Math.ceil(options.events / EVENTS_PER_SESSION);
  const parameters = {
    from: `${month.start}000000`,
    apart: String(Math.floor((DAYS * 86_400e9) / sessions)),
    requests: options.requests ? '1' : '0',
  };
  const insert = async (first: number, count: number): Promise<void> => {
    // A session begins by its number: those of another month are numbered on from its first.
    const from = BigInt(parameters.from) - BigInt(month.firstSession) * BigInt(parameters.apart);
    const numbers = { first: String(month.firstSession + first), count: String(count) };
    await engine.run(INSERT, { parameters: { ...parameters, ...numbers, from: String(from) } });
  };
  const started = Date.now();
  let told = started;
  for (let batch = 0; batch * SESSIONS_PER_BATCH < sessions; batch += 1) {
    const first = batch * SESSIONS_PER_BATCH;
    const count = Math.min(SESSIONS_PER_BATCH, sessions - first);
    await insert(first, count);
    if (batch % REPLAYED === 0) {
      const half = Math.ceil(count / 2);
      await insert(first, half);
      if (count > half) await insert(first + half, count - half);
    }
    if (Date.now() - told > 5000) {
      told = Date.now();
      const seconds = Math.round((told - started) / 1000);
      onProgress(`${first + count} of ${sessions} chat sessions are stored after ${seconds} s`);
    }
  }
  await waitForMerges(engine, onProgress);
}
