import { setTimeout as delay } from 'node:timers/promises';
import type { Gate } from './engine/gate.ts';
import type { Engine } from './engine/open-engine.ts';

/** Between two looks: reads that waited begin when others are cancelled. */
const PAUSE_MILLIS = 20;

/** Cancels every SELECT that runs, until none runs and none waits. */
export async function cancelReads(engine: Engine, reads: Gate): Promise<void> {
  const idle = reads.idle().then(() => true);
  while (!(await Promise.race([idle, delay(PAUSE_MILLIS, false)]))) {
    await engine.run("KILL QUERY WHERE query_kind = 'Select' ASYNC");
  }
}
