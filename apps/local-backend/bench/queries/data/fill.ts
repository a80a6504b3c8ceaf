import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from '../../../src/engine/open-engine.ts';
import { waitForMerges } from './wait-for-merges.ts';

const EVENTS_PER_SESSION = 10;
const SESSIONS_PER_BATCH = 10_000;
/** One batch in so many arrives twice, cut otherwise the second time. */
const REPLAYED = 100;
const NANOSECONDS = 28 * 86_400e9;
const INSERT = readFileSync(join(import.meta.dirname, 'insert-spans.sql'), 'utf8');

/**
 * Fills otel_traces, and by its materialized views chat_events and chat_turns, with about that many events of 28 days.
 * Resolves when the engine has no merge left to do.
 */
export async function fill(
  engine: Engine,
  events: number,
  onProgress: (message: string) => void,
): Promise<void> {
  const sessions = Math.ceil(events / EVENTS_PER_SESSION);
  const apart = Math.floor(NANOSECONDS / sessions);
  const insert = (first: number, count: number): Promise<unknown> =>
    engine.run(INSERT, {
      parameters: { first: String(first), count: String(count), apart: String(apart) },
    });
  let told = Date.now();
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
      onProgress(`${first + count} of ${sessions} chat sessions are stored`);
    }
  }
  onProgress('Waiting for the engine to merge');
  await waitForMerges(engine);
}
