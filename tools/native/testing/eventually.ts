import { setTimeout as delay } from 'node:timers/promises';

/** Asks until the answer is neither undefined nor false, for at most 30 s. */
export async function eventually<T>(
  what: string,
  ask: () => T | Promise<T>,
): Promise<Exclude<T, undefined | false>> {
  for (const deadline = Date.now() + 30_000; Date.now() < deadline; await delay(50)) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer as Exclude<T, undefined | false>;
  }
  throw new Error(`Not within 30 s: ${what}`);
}
