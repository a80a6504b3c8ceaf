import { join } from 'node:path';
import { buildPage } from '../browser/build-page.ts';
import { startVisit } from '../browser/visit.ts';
import { ROWS } from '../rows.ts';
import { moduleAt, moduleLines } from './module-lines.ts';
import type { Setting } from './setting.ts';

export interface ProfileResult {
  events: number;
  /** Where the main thread was, in microseconds of an event, most first: functions, and the modules they are in. */
  functions: { name: string; module: string; micros: number }[];
}

const BURSTS = 200;
const MOST = 25;

/** A CPU profile of the plugin with the standard exporter over many sessions. The page is not minified, for its names. */
export async function measureProfile({ browser, shop, options, progress }: Setting): Promise<ProfileResult> {
  const plain = ROWS.find(({ id }) => id === 'chatspan-2');
  if (!plain) throw new Error('rows.ts has no row chatspan-2 to profile.');
  const row = { ...plain, id: 'profile' };
  const files = await buildPage(row, join(import.meta.dirname, '..', 'page', 'bench-page.ts'), {
    minify: false,
  });
  shop.add(row.id, files);
  const lines = moduleLines(files.get('entry.js')?.code ?? '');
  const visit = await startVisit({ browser, shop, latency: options.latency }, row);
  const session = await visit.context.newCDPSession(visit.page);
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: 100 });
  progress(`${BURSTS} sessions`);
  await visit.page.evaluate(() => window.bench?.burst('w', 20, 20));
  await session.send('Profiler.start');
  await visit.page.evaluate((times) => window.bench?.burst('p', times, 20), BURSTS);
  const { profile } = await session.send('Profiler.stop');
  await visit.end();

  const events = BURSTS * 60;
  const nodes = new Map(profile.nodes.map((node) => [node.id, node.callFrame]));
  const totals = new Map<string, { name: string; module: string; micros: number }>();
  for (const [index, sample] of (profile.samples ?? []).entries()) {
    const frame = nodes.get(sample);
    if (!frame || ['(idle)', '(program)', '(root)'].includes(frame.functionName)) continue;
    const name = frame.functionName || '(anonymous)';
    const module = frame.url.endsWith('/entry.js') ? moduleAt(lines, frame.lineNumber) : 'browser';
    const total = totals.get(`${name} ${module}`) ?? { name, module, micros: 0 };
    total.micros += (profile.timeDeltas?.[index] ?? 0) / events;
    totals.set(`${name} ${module}`, total);
  }
  const functions = [...totals.values()].toSorted((a, b) => b.micros - a.micros).slice(0, MOST);
  return { events, functions };
}
