import { join } from 'node:path';
import { buildPage } from '../browser/build-page.ts';
import { startVisit } from '../browser/visit.ts';
import { ROWS } from '../rows.ts';
import { moduleLines } from './module-lines.ts';
import type { OwnTime } from './own-times.ts';
import { ownTimes } from './own-times.ts';
import type { Setting } from './setting.ts';

export interface ProfileResult {
  events: number;
  /** Where the main thread was, most first; microseconds of an event. */
  functions: OwnTime[];
}

const WARM_UP = 20;
const BURSTS = 200;
const GAP = 20;
const MOST = 30;

/** A CPU profile of the plugin with the standard exporter over many sessions. The page is not minified, for its names. */
export async function measureProfile({ browser, shop, options, progress }: Setting): Promise<ProfileResult> {
  const plain = ROWS.find(({ id }) => id === 'chatspan-2');
  if (!plain) throw new Error('rows.ts has no row chatspan-2 to profile.');
  const row = { ...plain, id: 'profile' };
  const files = await buildPage(row, join(import.meta.dirname, '..', 'page', 'bench-page.ts'), {
    minify: false,
  });
  shop.add(row.id, files);
  const visit = await startVisit({ browser, shop, latency: options.latency }, row);
  const session = await visit.context.newCDPSession(visit.page);
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: 100 });
  progress(`${BURSTS} sessions`);
  await visit.page.evaluate(([times, gap]) => window.bench?.burst('w', times, gap), [WARM_UP, GAP] as const);
  await session.send('Profiler.start');
  await visit.page.evaluate(([times, gap]) => window.bench?.burst('p', times, gap), [BURSTS, GAP] as const);
  const { profile } = await session.send('Profiler.stop');
  await visit.end();

  const events = BURSTS * 60;
  const times = ownTimes(profile, moduleLines(files.get('entry.js')?.code ?? ''));
  const functions = times.slice(0, MOST).map((time) => ({ ...time, micros: time.micros / events }));
  return { events, functions };
}
