import { setTimeout as pause } from 'node:timers/promises';
import type { Engine } from '../../../src/engine/open-engine.ts';
import { readRows } from '../read-rows.ts';

/** Looked at this often, and this many times in a row without a merge: then nothing is about to begin either. */
const EVERY_MS = 1000;
const QUIET_LOOKS = 3;

/** Resolves when the engine merges nothing any more, so that no question is asked beside a merge. */
export async function waitForMerges(engine: Engine): Promise<void> {
  for (let quiet = 0; quiet < QUIET_LOOKS; ) {
    await pause(EVERY_MS);
    const [row] = await readRows(engine, 'SELECT count() AS merges FROM system.merges');
    quiet = Number(row?.merges) === 0 ? quiet + 1 : 0;
  }
}
