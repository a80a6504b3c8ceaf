import { startMainThreadClock } from '../browser/main-thread-clock.ts';
import { startVisit } from '../browser/visit.ts';
import type { Spread } from '../report/statistics.ts';
import { quantile, spreadOf } from '../report/statistics.ts';
import type { Row } from '../rows.ts';
import { isForBytesOnly, NOTHING } from '../rows.ts';
import type { Setting } from './setting.ts';
import { seconds, until } from './wait.ts';

/** Microseconds of an event. */
export interface RowTime {
  id: string;
  /** All that the main thread did for a session at its pace, deferred work included: on the processor and by the clock. */
  cpu: Spread;
  wall: Spread;
  /** `cpu` to that of hand-written `addEvent` on the same OpenTelemetry, round by round; a peer's own counts as 2.12. */
  toAddEvent: Spread;
  /** The call itself, at the session's pace: the page's code is cold, as it is in a shop. */
  coldCall: { median: number; p99: number };
  /** The call itself, in bursts. */
  hotCall: { median: number; p99: number };
  /** The call itself, each in a task of its own, on a page that has made many. */
  warmCall: Spread;
  /** All that the main thread did for an event in bursts, on the processor. */
  burstCpu: Spread;
  /** Events that arrived, of those in the session and in the bursts. */
  arrived: { session: number; bursts: number };
}

export interface TimeResult {
  rows: RowTime[];
  eventsInBursts: number;
}

const WARM_UP = 4;
const BURSTS = 20;
const GAP = 100;
// Some peers leave out what is beyond 3,000 events a minute.
const SESSIONS_IN_TASKS = 15;

/** How long the main thread is busy with events. Every row in a page of its own, all rows in turns, round by round. */
export async function measureTime(setting: Setting): Promise<TimeResult> {
  const rows = setting.rows.filter((row) => !isForBytesOnly(row));
  const rounds: Round[] = [];
  for (let round = 0; round < setting.options.rounds; round += 1) {
    const visited = new Map<string, Visited>();
    const inTurn = [NOTHING, ...rows];
    for (const row of round % 2 === 0 ? inTurn : inTurn.toReversed()) {
      setting.progress(`round ${round + 1} of ${setting.options.rounds}: ${row.label}`);
      visited.set(row.id, await timeVisit(setting, row));
    }
    rounds.push(visited);
  }
  return { rows: rows.map((row) => timeOf(row, rounds)), eventsInBursts: BURSTS * 60 };
}

type Round = ReadonlyMap<string, Visited>;

interface Visited {
  session: { cpu: number; wall: number; arrived: number };
  bursts: { cpu: number; arrived: number };
  coldCalls: number[];
  bursting: { bursts: number[]; calls: number[] };
  warmCalls: number[];
}

async function timeVisit(setting: Setting, row: Row): Promise<Visited> {
  const visit = await startVisit({ ...setting, latency: setting.options.latency }, row);
  const { page, sink } = visit;
  const clock = await startMainThreadClock(page);
  // What the peer does at its start is not an event's cost.
  await seconds(1.5);
  const settle = async (run: string, events: number) => {
    await page.evaluate(() => window.bench?.flush());
    await until(() => sink.arrived(run).size >= events || row.id === NOTHING.id, 6);
    await seconds(0.5);
  };

  const before = await clock();
  const coldCalls = await page.evaluate((pace) => window.bench?.play('s', pace), setting.options.pace);
  await settle('s', 60);
  const between = await clock();
  await page.evaluate(([times, gap]) => window.bench?.burst('w', times, gap), [WARM_UP, GAP] as const);
  await settle('w', WARM_UP * 60);
  const warm = await clock();
  const bursting = await page.evaluate(([times, gap]) => window.bench?.burst('b', times, gap), [
    BURSTS,
    GAP,
  ] as const);
  await settle('b', BURSTS * 60);
  const after = await clock();
  const warmCalls = await page.evaluate((times) => window.bench?.tasks('t', times), SESSIONS_IN_TASKS);
  const arrived = { session: sink.arrived('s').size, bursts: sink.arrived('b').size };
  await visit.end();
  if (!coldCalls || !bursting || !warmCalls || visit.errors.length > 0)
    throw new Error(`${row.label}: ${visit.errors.join('; ') || 'the page gave no times'}`);
  return {
    session: { cpu: between.cpu - before.cpu, wall: between.wall - before.wall, arrived: arrived.session },
    bursts: { cpu: after.cpu - warm.cpu, arrived: arrived.bursts },
    coldCalls,
    bursting,
    warmCalls,
  };
}

function timeOf({ id, line }: Row, rounds: readonly Round[]): RowTime {
  const own = rounds.flatMap((round) => round.get(id) ?? []);
  /** What a page without a peer took in the same round is not the peer's. */
  const beyondNothing = (millis: (visited: Visited) => number, events: number, of = id) =>
    rounds.flatMap((round) => {
      const [row, nothing] = [round.get(of), round.get(NOTHING.id)];
      return row && nothing ? [((millis(row) - millis(nothing)) * 1_000) / events] : [];
    });
  const micros = (millis: number[]) => ({
    median: quantile(millis, 0.5) * 1_000,
    p99: quantile(millis, 0.99) * 1_000,
  });
  const least = (count: (visited: Visited) => number) => Math.min(...own.map(count));
  const cpu = beyondNothing(({ session }) => session.cpu, 60);
  const written = beyondNothing(
    ({ session }) => session.cpu,
    60,
    line === 'otel3' ? 'add-event-3' : 'add-event-2',
  );
  return {
    id,
    cpu: spreadOf(cpu),
    wall: spreadOf(beyondNothing(({ session }) => session.wall, 60)),
    toAddEvent: spreadOf(written.map((time, round) => (cpu[round] ?? Number.NaN) / time)),
    coldCall: micros(own.flatMap(({ coldCalls }) => coldCalls)),
    hotCall: {
      median: micros(own.flatMap(({ bursting }) => bursting.bursts.map((time) => time / 60))).median,
      p99: micros(own.flatMap(({ bursting }) => bursting.calls)).p99,
    },
    warmCall: spreadOf(own.map(({ warmCalls }) => quantile(warmCalls, 0.5) * 1_000)),
    burstCpu: spreadOf(beyondNothing(({ bursts }) => bursts.cpu, BURSTS * 60)),
    arrived: {
      session: least(({ session }) => session.arrived),
      bursts: least(({ bursts }) => bursts.arrived),
    },
  };
}
