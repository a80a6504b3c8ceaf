import type { CDPSession } from 'playwright';
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
    /** Bytes of the JavaScript heap more than before, after garbage collection; less what the page itself took. */
    growth: number;
  }[];
}

const MOST_SECONDS = 60;

/** What stays in memory after many events. */
export async function measureHeap(setting: Setting): Promise<HeapResult> {
  const rows = [NOTHING, ...setting.rows.filter((row) => !isForBytesOnly(row))];
  // Two at a time: the events of a burst are to be sent before the next.
  const [nothing, ...results] = await inGroups(rows, 2, (row) => growthOf(setting, row));
  return { rows: results.map((row) => ({ ...row, growth: row.growth - (nothing?.growth ?? 0) })) };
}

async function growthOf(
  { options, progress, ...setting }: Setting,
  row: Row,
): Promise<HeapResult['rows'][0]> {
  progress(row.label);
  const visit = await startVisit({ ...setting, latency: options.latency }, row);
  const session = await visit.context.newCDPSession(visit.page);
  await visit.page.evaluate(() => window.bench?.burst('w', 2, 500));
  await settle();
  const before = await usedHeap(session);
  const done = await visit.page.evaluate(([times, most]) => window.bench?.burst('h', times, 50, most), [
    Math.ceil(options.events / 60),
    MOST_SECONDS,
  ] as const);
  await settle();
  const growth = (await usedHeap(session)) - before;
  const events = done ? done.bursts.length * 60 + done.calls.length : 0;
  await visit.end();
  return { id: row.id, events, growth };

  async function settle(): Promise<void> {
    await visit.page.evaluate(() => window.bench?.flush());
    await seconds(6);
  }
}

async function usedHeap(session: CDPSession): Promise<number> {
  // Finalizers run after the first; what they let go of is found by the second.
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Runtime.getHeapUsage')).usedSize;
}
