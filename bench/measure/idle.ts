import { startMainThreadClock } from '../browser/main-thread-clock.ts';
import { startVisit } from '../browser/visit.ts';
import type { Row } from '../rows.ts';
import { isForBytesOnly, NOTHING } from '../rows.ts';
import { inGroups } from './in-groups.ts';
import type { Setting } from './setting.ts';
import { seconds } from './wait.ts';

declare global {
  interface Window {
    /** Callbacks of timers, animation frames and idle periods that have run. */
    wakeUps?: number;
  }
}

export interface IdleResult {
  rows: {
    id: string;
    wakeUps: number;
    requests: number;
    /** Milliseconds of main thread, on the processor; less what the page itself took. */
    cpu: number;
  }[];
}

/** What a page does while nobody does anything, from ten seconds after three events. */
export async function measureIdle(setting: Setting): Promise<IdleResult> {
  const rows = [NOTHING, ...setting.rows.filter((row) => !isForBytesOnly(row))];
  const [nothing, ...results] = await inGroups(rows, setting.options.parallel, (row) =>
    leaveAlone(setting, row),
  );
  return { rows: results.map((row) => ({ ...row, cpu: row.cpu - (nothing?.cpu ?? 0) })) };
}

async function leaveAlone(
  { options, progress, ...setting }: Setting,
  row: Row,
): Promise<IdleResult['rows'][0]> {
  progress(`${row.label}: ${options.idle} s`);
  const visit = await startVisit({ ...setting, latency: options.latency }, row, countWakeUps);
  await visit.page.evaluate((pace) => window.bench?.play('i', pace, 0, 3), options.pace);
  await seconds(10);
  const clock = await startMainThreadClock(visit.page);
  const count = async () => ({
    wakeUps: (await visit.page.evaluate(() => window.wakeUps)) ?? 0,
    requests: visit.sink.totals().requests,
    cpu: (await clock()).cpu,
  });
  const before = await count();
  await seconds(options.idle);
  const after = await count();
  await visit.end();
  return {
    id: row.id,
    wakeUps: after.wakeUps - before.wakeUps,
    requests: after.requests - before.requests,
    cpu: after.cpu - before.cpu,
  };
}

/** Runs in the page, before its scripts. */
function countWakeUps(): void {
  window.wakeUps = 0;
  const counting = (callback: unknown) =>
    typeof callback === 'function'
      ? function (this: unknown, ...args: unknown[]) {
          window.wakeUps = (window.wakeUps ?? 0) + 1;
          return Reflect.apply(callback, this, args);
        }
      : callback;
  for (const name of ['setTimeout', 'setInterval', 'requestAnimationFrame', 'requestIdleCallback'] as const) {
    const original = window[name] as (...args: unknown[]) => unknown;
    Object.assign(window, {
      [name]: (callback: unknown, ...rest: unknown[]) => original.call(window, counting(callback), ...rest),
    });
  }
}
