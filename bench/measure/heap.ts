import type { CDPSession } from 'playwright';
import type { Visit } from '../browser/visit.ts';
import { startVisit } from '../browser/visit.ts';
import type { Row } from '../rows.ts';
import { isForBytesOnly, NOTHING } from '../rows.ts';
import { inGroups } from './in-groups.ts';
import type { Setting } from './setting.ts';
import { seconds } from './wait.ts';

export interface HeapResult {
  rows: {
    id: string;
    /** Events in the time there was. */
    events: number;
    /**
     * Bytes of the JavaScript heap more than before, after garbage collection; less what the page itself took. `null`
     * when the page did not survive its peer.
     */
    growth: number | null;
  }[];
}

const MOST_SECONDS = 60;

/** What stays in memory after many events. */
export async function measureHeap(setting: Setting): Promise<HeapResult> {
  const rows = [NOTHING, ...setting.rows.filter((row) => !isForBytesOnly(row))];
  // Two at a time: the events of a burst are to be sent before the next.
  const [nothing, ...results] = await inGroups(rows, 2, (row) => growthOf(setting, row));
  const own = nothing?.growth ?? 0;
  return {
    rows: results.map((row) => ({ ...row, growth: row.growth === null ? null : row.growth - own })),
  };
}

async function growthOf(
  { options, progress, ...setting }: Setting,
  row: Row,
): Promise<HeapResult['rows'][0]> {
  progress(row.label);
  const visit = await startVisit({ ...setting, latency: options.latency }, row);
  let hasCrashed = false;
  visit.page.on('crash', () => {
    hasCrashed = true;
  });
  try {
    return { id: row.id, ...(await growthOn(visit, options.events)) };
  } catch (error) {
    if (!hasCrashed) throw error;
    return { id: row.id, events: 0, growth: null };
  } finally {
    await visit.end();
  }
}

async function growthOn({ context, page }: Visit, most: number): Promise<{ events: number; growth: number }> {
  const settle = async () => {
    await page.evaluate(() => window.bench?.flush());
    await seconds(6);
  };
  const session = await context.newCDPSession(page);
  await page.evaluate(() => window.bench?.burst('w', 2, 500));
  await settle();
  const before = await usedHeap(session);
  const done = await page.evaluate(([times, seconds]) => window.bench?.burst('h', times, 50, seconds), [
    Math.ceil(most / 60),
    MOST_SECONDS,
  ] as const);
  await settle();
  const growth = (await usedHeap(session)) - before;
  return { events: done ? done.bursts.length * 60 + done.calls.length : 0, growth };
}

async function usedHeap(session: CDPSession): Promise<number> {
  // Finalizers run after the first; what they let go of is found by the second.
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Runtime.getHeapUsage')).usedSize;
}
