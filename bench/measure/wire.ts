import { startVisit } from '../browser/visit.ts';
import type { ReceivedRequest } from '../loopback/sink.ts';
import { quantile } from '../report/statistics.ts';
import type { Row } from '../rows.ts';
import { inGroups } from './in-groups.ts';
import { checkSameAttributes } from './same-attributes.ts';
import type { Setting } from './setting.ts';
import { seconds } from './wait.ts';

/** What a session sends, up to and with leaving the page. */
export interface RowWire {
  id: string;
  arrived: number;
  requests: number;
  /** Questions of the browser whether it may ask: cross-origin, with a header or content type that is not plain. */
  preflights: number;
  bytes: number;
}

export interface WireResult {
  rows: RowWire[];
}

const REPEATS = 3;

/** Requests and bodies of a session played at its pace, after which the page is left. Medians of three sessions. */
export async function measureWire(setting: Setting): Promise<WireResult> {
  const bodies = new Map<string, ReceivedRequest[]>();
  const rows = await inGroups(setting.rows, setting.options.parallel, async (row) => {
    setting.progress(row.label);
    const sessions: Omit<RowWire, 'id'>[] = [];
    for (let repeat = 0; repeat < REPEATS; repeat += 1)
      sessions.push(await oneSession(setting, row, (requests) => bodies.set(row.id, requests)));
    const median = (count: (session: Omit<RowWire, 'id'>) => number) => quantile(sessions.map(count), 0.5);
    return {
      id: row.id,
      arrived: median(({ arrived }) => arrived),
      requests: median(({ requests }) => requests),
      preflights: median(({ preflights }) => preflights),
      bytes: median(({ bytes }) => bytes),
    };
  });
  checkSameAttributes(bodies);
  return { rows };
}

async function oneSession(
  setting: Setting,
  row: Row,
  keep: (requests: ReceivedRequest[]) => void,
): Promise<Omit<RowWire, 'id'>> {
  const { latency, pace } = setting.options;
  const visit = await startVisit({ ...setting, latency }, row);
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
  keep(visit.sink.requests.slice(first));
  await visit.end();
  return {
    arrived,
    requests: after.requests - before.requests,
    preflights: after.preflights - before.preflights,
    bytes: after.bytes - before.bytes,
  };
}
