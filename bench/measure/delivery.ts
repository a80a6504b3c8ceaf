import type { Visit } from '../browser/visit.ts';
import { startVisit } from '../browser/visit.ts';
import { isForBytesOnly } from '../rows.ts';
import { inGroups } from './in-groups.ts';
import type { Setting } from './setting.ts';
import { seconds, until } from './wait.ts';

/** What can happen to a session. */
export const SITUATIONS = ['normal', 'navigation', 'tab close', 'offline', '503', 'closed in 503'] as const;

export type Situation = (typeof SITUATIONS)[number];

/** Events of one row in one situation, over all its sessions. */
export interface Delivered {
  sent: number;
  /** Within seconds. */
  arrived: number;
  /** And when the visitor opened another page of the shop afterwards. */
  afterReturn: number;
}

export interface DeliveryResult {
  rows: { id: string; situations: Record<Situation, Delivered> }[];
}

const RUN = 'd';
const SENT = 60;
const PACE_OF_RETURN = 500;

/** Which events arrive when things go wrong, and which when the visitor comes back. */
export async function measureDelivery(setting: Setting): Promise<DeliveryResult> {
  const rows = setting.rows.filter((row) => !isForBytesOnly(row));
  const results = rows.map(({ id }) => ({ id, situations: {} as Record<Situation, Delivered> }));
  for (const situation of SITUATIONS) {
    const times = situation === 'navigation' || situation === 'tab close' ? setting.options.leaves : 1;
    for (let time = 0; time < times; time += 1) {
      setting.progress(`${situation}${times > 1 ? `, ${time + 1} of ${times}` : ''}: ${rows.length} rows`);
      const delivered = await inGroups(rows, setting.options.parallel, async (row) => {
        const visit = await startVisit({ ...setting, latency: setting.options.latency }, row);
        await play(situation, visit, setting);
        return countThenReturn(visit);
      });
      for (const [index, { arrived, afterReturn }] of delivered.entries()) {
        const sum = results[index]?.situations;
        if (!sum) continue;
        sum[situation] ??= { sent: 0, arrived: 0, afterReturn: 0 };
        sum[situation].sent += SENT;
        sum[situation].arrived += arrived;
        sum[situation].afterReturn += afterReturn;
      }
    }
  }
  return { rows: results };
}

async function play(situation: Situation, visit: Visit, { options }: Setting): Promise<void> {
  const { page, sink, context } = visit;
  const { pace, outage } = options;
  if (situation === 'navigation') {
    // Not awaited: its page goes away.
    await page.evaluate(([run, millis, url]) => void window.bench?.playAndGo(run, millis, url), [
      RUN,
      pace,
      visit.url('next/'),
    ] as const);
    await page.waitForURL('**/next/**', { timeout: 60 * pace + 60_000 });
    return;
  }
  if (situation === 'normal' || situation === 'tab close') {
    await page.evaluate(([run, millis]) => window.bench?.play(run, millis), [RUN, pace] as const);
    if (situation === 'normal') {
      // Long enough for every peer's own timer, then the page is left as any page is.
      await seconds(8);
      await page.goto('about:blank');
      await seconds(1);
    }
    await page.close({ runBeforeUnload: true });
    return;
  }
  const part = (from: number, to: number, millis: number) =>
    page.evaluate(([run, every, first, end]) => window.bench?.play(run, every, first, end), [
      RUN,
      millis,
      from,
      to,
    ] as const);
  await part(0, 10, pace);
  if (situation === 'offline') await context.setOffline(true);
  else sink.answer(503);
  // Events come all the time that it lasts.
  await part(10, 50, (outage * 1_000) / 40);
  if (situation === 'closed in 503') {
    await part(50, 60, pace);
    await page.close({ runBeforeUnload: true });
    // What was sent on the way out is answered, too.
    await seconds(2);
    sink.answer(200);
    return;
  }
  if (situation === 'offline') await context.setOffline(false);
  else sink.answer(200);
  await part(50, 60, pace);
  await until(() => sink.arrived(RUN).size === SENT, 30);
  await page.close({ runBeforeUnload: true });
}

async function countThenReturn(visit: Visit): Promise<{ arrived: number; afterReturn: number }> {
  const { sink } = visit;
  await until(() => sink.arrived(RUN).size === SENT, 4);
  const arrived = sink.arrived(RUN).size;
  if (arrived < SENT) {
    const page = await visit.open('');
    // Some peers look for what is left only when they have something to send.
    await page.evaluate((pace) => window.bench?.play('r', pace, 0, 1), PACE_OF_RETURN);
    await until(() => sink.arrived(RUN).size === SENT, 20);
  }
  const afterReturn = sink.arrived(RUN).size;
  await visit.end();
  return { arrived, afterReturn };
}
