import { startVisit } from '../browser/visit.ts';
import type { ReceivedRequest } from '../loopback/sink.ts';
import { quantile } from '../report/statistics.ts';
import type { Row } from '../rows.ts';
import { inGroups } from './in-groups.ts';
import { checkSameAttributes } from './same-attributes.ts';
import type { Setting } from './setting.ts';
import { seconds } from './wait.ts';

/** What a session sends, up to and with leaving the page. */
export interface SessionWire {
  arrived: number;
  requests: number;
  /** Questions of the browser whether it may ask: cross-origin, with a header or content type that is not plain. */
  preflights: number;
  bytes: number;
}

/** What every row's session sends at one pace. */
export interface WireAtPace {
  /** Milliseconds between two events. */
  pace: number;
  rows: (SessionWire & { id: string })[];
}

export interface WireResult {
  paces: WireAtPace[];
}

const REPEATS = 3;

/** Requests and bodies of a session, after which the page is left: in a hurry, and nearer to a shopper's pace. */
export async function measureWire(setting: Setting): Promise<WireResult> {
  const { pace, slow, parallel } = setting.options;
  const bodies = new Map<string, ReceivedRequest[]>();
  const fast = await inGroups(setting.rows, parallel, async (row) => {
    setting.progress(`every ${pace} ms: ${row.label}`);
    const sessions: SessionWire[] = [];
    for (let repeat = 0; repeat < REPEATS; repeat += 1)
      sessions.push(await oneSession(setting, row, pace, (requests) => bodies.set(row.id, requests)));
    return { id: row.id, ...medianOf(sessions) };
  });
  checkSameAttributes(bodies);
  // Pages that mostly wait do not disturb each other.
  const slowly = await inGroups(setting.rows, 2 * parallel, async (row) => {
    setting.progress(`every ${slow} ms: ${row.label}`);
    return { id: row.id, ...(await oneSession(setting, row, slow)) };
  });
  return {
    paces: [
      { pace, rows: fast },
      { pace: slow, rows: slowly },
    ],
  };
}

function medianOf(sessions: readonly SessionWire[]): SessionWire {
  const median = (count: (session: SessionWire) => number) => quantile(sessions.map(count), 0.5);
  return {
    arrived: median(({ arrived }) => arrived),
    requests: median(({ requests }) => requests),
    preflights: median(({ preflights }) => preflights),
    bytes: median(({ bytes }) => bytes),
  };
}

async function oneSession(
  setting: Setting,
  row: Row,
  pace: number,
  keep?: (requests: ReceivedRequest[]) => void,
): Promise<SessionWire> {
  const visit = await startVisit({ ...setting, latency: setting.options.latency }, row);
  // What the peer sends at its start is not the session's.
  await seconds(2);
  const before = visit.sink.totals();
  const first = visit.sink.requests.length;
  await visit.page.evaluate((millis) => window.bench?.play('w', millis), pace);
  await seconds(2);
  await visit.page.goto('about:blank');
  await seconds(3);
  const after = visit.sink.totals();
  const arrived = visit.sink.arrived('w').size;
  keep?.(visit.sink.requests.slice(first));
  await visit.end();
  return {
    arrived,
    requests: after.requests - before.requests,
    preflights: after.preflights - before.preflights,
    bytes: after.bytes - before.bytes,
  };
}
