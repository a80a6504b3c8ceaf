import { setTimeout as delay } from 'node:timers/promises';

/** Does something `times` times over that many seconds: the scenario's own time, whatever the software does in it. */
export async function pace(
  seconds: number,
  times: number,
  act: (index: number) => Promise<void>,
): Promise<void> {
  const start = Date.now();
  for (let index = 0; index < times; index += 1) {
    await act(index);
    await delay(Math.max(0, start + ((index + 1) * seconds * 1_000) / times - Date.now()));
  }
}
