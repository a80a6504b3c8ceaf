import { join } from 'node:path';
import { buildPage } from '../browser/build-page.ts';
import { startVisit } from '../browser/visit.ts';
import type { PairTimes } from '../page/pair-page.ts';
import type { Spread } from '../report/statistics.ts';
import { middleOf, quantile } from '../report/statistics.ts';
import { NOTHING } from '../rows.ts';
import type { Mix } from '../scenario/mixes.ts';
import { MIXES } from '../scenario/mixes.ts';
import type { Setting } from './setting.ts';

/** The plugin and hand-written code on one SDK. */
export interface Pair {
  line: 'otel2' | 'otel3';
  mix: Mix;
  /** Median microseconds of an event. */
  chatspan: number;
  /** With the recording that the call leaves to a later task. */
  recorded: number;
  addEvent: number;
  turnsByHand: number;
  /** The plugin's time to that of hand-written code, batch by batch; 10th and 90th percentile. */
  toAddEvent: Spread;
  toTurnsByHand: Spread;
  recordedToAddEvent: Spread;
  recordedToTurnsByHand: Spread;
}

export interface RatioResult {
  batches: number;
  sessionsABatch: number;
  pairs: Pair[];
}

const WARM_UP = 20;
const BATCHES = 400;
// 240 events: what the plugin keeps until its next task.
const SESSIONS = 4;

/** The plugin beside hand-written code: batches in turns, in one page, on the same SDK, whose exporter does nothing. */
export async function measureRatio({ browser, shop, progress }: Setting): Promise<RatioResult> {
  const pairs: Pair[] = [];
  for (const line of ['otel2', 'otel3'] as const) {
    const row = { ...NOTHING, id: `pair-${line}`, line, exportsNothing: true };
    shop.add(row.id, await buildPage(row, join(import.meta.dirname, '..', 'page', 'pair-page.ts')));
    for (const mix of ['session', 'plain'] as const) {
      progress(`${line}, ${mix} events`);
      const visit = await startVisit({ browser, shop, latency: 0 }, row);
      const times = await visit.page.evaluate(
        ([events, batches, sessions]) => window.timePairs?.(events, batches, sessions),
        [mix, WARM_UP + BATCHES, SESSIONS] as const,
      );
      await visit.end();
      if (!times || visit.errors.length > 0)
        throw new Error(`${row.id} gave no times: ${visit.errors.join('; ')}`);
      pairs.push({ line, mix, ...compare(times, MIXES[mix].length * SESSIONS) });
    }
  }
  return { batches: BATCHES, sessionsABatch: SESSIONS, pairs };
}

function compare(all: PairTimes, events: number): Omit<Pair, 'line' | 'mix'> {
  const after = (times: number[]) => times.slice(WARM_UP);
  const median = (times: number[]) => (quantile(after(times), 0.5) * 1_000) / events;
  const ratio = (of: number[], to: number[]) =>
    middleOf(after(of.map((time, batch) => time / (to[batch] ?? 0))));
  return {
    chatspan: median(all.chatspan),
    recorded: median(all.recorded),
    addEvent: median(all.addEvent),
    turnsByHand: median(all.turnsByHand),
    toAddEvent: ratio(all.chatspan, all.addEvent),
    toTurnsByHand: ratio(all.chatspan, all.turnsByHand),
    recordedToAddEvent: ratio(all.recorded, all.addEvent),
    recordedToTurnsByHand: ratio(all.recorded, all.turnsByHand),
  };
}
