import type { CDPSession, Page } from 'playwright';

/** Milliseconds that the page's main thread was busy with tasks. */
export interface MainThreadTime {
  /** On the clock: waiting for other processes, such as the one that keeps localStorage, included. */
  wall: number;
  /** On the processor: free of what else the machine does. */
  cpu: number;
}

/** Reads how busy the main thread has been since the clock was started. */
export async function startMainThreadClock(page: Page): Promise<() => Promise<MainThreadTime>> {
  // The time domain is a session's own.
  const [wall, cpu] = [await page.context().newCDPSession(page), await page.context().newCDPSession(page)];
  await wall.send('Performance.enable', { timeDomain: 'timeTicks' });
  await cpu.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => ({ wall: await taskMillis(wall), cpu: await taskMillis(cpu) });
}

async function taskMillis(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  const task = metrics.find(({ name }) => name === 'TaskDuration');
  if (!task) throw new Error('Chromium gave no TaskDuration; this benchmark needs one that does.');
  return task.value * 1_000;
}
