import { setTimeout as pause } from 'node:timers/promises';
import type { Engine } from '../../../src/engine/open-engine.ts';
import { readRows } from '../read-rows.ts';

/** Looked at this often, and this many times in a row without a merge: then nothing is about to begin either. */
const EVERY_MS = 1000;
const QUIET_LOOKS = 5;
const GIVE_UP_AFTER_MS = 30 * 60_000;

/**
 * Resolves when the engine merges nothing any more, so that no question is asked beside a merge.
 * @throws Error when it still merges after half an hour.
 */
export async function waitForMerges(engine: Engine, onProgress: (message: string) => void): Promise<void> {
  onProgress('Waiting for the engine to merge');
  const started = Date.now();
  let told = started;
  for (let quiet = 0; quiet < QUIET_LOOKS; ) {
    await pause(EVERY_MS);
    const [row] = await readRows(engine, 'SELECT count() AS merges FROM system.merges');
    const merges = Number(row?.merges);
    quiet = merges === 0 ? quiet + 1 : 0;
    const seconds = Math.round((Date.now() - started) / 1000);
    if (Date.now() - started > GIVE_UP_AFTER_MS) throw new Error(`${merges} merges run after ${seconds} s.`);
    if (Date.now() - told > 5000) {
      told = Date.now();
      onProgress(`${merges} merges run after ${seconds} s`);
    }
  }
}
