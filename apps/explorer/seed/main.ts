import { parseArgs } from 'node:util';
import { aborted, stopSignal } from '@chatspan/loopback-server/stop-signal';
import { demoAccess } from '../server/demo-access.ts';
import { createCalendar } from './calendar.ts';
import { sendSessions } from './send-sessions.ts';
import { toOtlp } from './to-otlp.ts';
import { toRows } from './to-rows.ts';

const USAGE = `Usage: npx --yes pnpm@12 seed [options]
  --sessions N   chat sessions (2000)
  --days D       days up to now that they spread over (14)
  --seed S       a number: the same one makes the same sessions (1)
  --until T      the end of these days (the last full hour)
  --url URL      OTLP/HTTP intake (http://localhost:4318)
  --direct URL   ClickHouse instead: inserts rows, for a million sessions.
                 User and password: CHATSPAN_CLICKHOUSE_WRITER (writer), CHATSPAN_CLICKHOUSE_PASSWORD`;

const HOUR = 3_600_000;
const stop = stopSignal(() => process.stderr.write('\nStopping.\n'));
try {
  const { values } = parseArgs({
    options: {
      sessions: { type: 'string', default: '2000' },
      days: { type: 'string', default: '14' },
      seed: { type: 'string', default: '1' },
      until: { type: 'string', default: new Date(Date.now() - (Date.now() % HOUR)).toISOString() },
      url: { type: 'string', default: process.env.CHATSPAN_OTLP_URL || 'http://localhost:4318' },
      direct: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    process.exit(0);
  }
  const sessions = wholeNumber('sessions', values.sessions);
  const until = Date.parse(values.until);
  if (Number.isNaN(until))
    throw new Error(`--until ${values.until}: give a time such as 2026-11-30T00:00:00Z.`);
  const calendar = createCalendar(until, wholeNumber('days', values.days));
  const began = performance.now();
  let shownAt = 0;
  const onProgress = (sent: number): void => {
    if (performance.now() - shownAt < 1_000 && sent < sessions) return;
    shownAt = performance.now();
    const rate = Math.round((sent / (performance.now() - began)) * 1000);
    process.stderr.write(`${sent} of ${sessions} chat sessions, ${rate} a second\n`);
  };
  const demo = values.direct === undefined ? undefined : await demoAccess(values.direct);
  const common = { sessions, seed: wholeNumber('seed', values.seed), calendar, signal: stop, onProgress };
  const result = await sendSessions(
    values.direct === undefined
      ? {
          ...common,
          ...{ batchSize: 50, connections: 4, bodyOf: toOtlp, url: `${values.url}/v1/traces` },
          headers: { 'Content-Type': 'application/json' },
        }
      : {
          ...common,
          ...{ batchSize: 2_000, connections: 2, bodyOf: toRows },
          url: `${values.direct}/?query=${encodeURIComponent('INSERT INTO otel.otel_traces FORMAT JSONEachRow')}`,
          headers: {
            'X-ClickHouse-User': process.env.CHATSPAN_CLICKHOUSE_WRITER || 'writer',
            'X-ClickHouse-Key': process.env.CHATSPAN_CLICKHOUSE_PASSWORD || demo?.writerPassword || '',
          },
        },
  );
  const { badDeploy } = calendar;
  console.log(
    `${result.sessions} chat sessions with ${result.events} events. ` +
      `A bad deploy, ${badDeploy.version}, from ${new Date(badDeploy.from).toISOString()} to ${new Date(badDeploy.to).toISOString()}.`,
  );
  process.exit(0);
} catch (error) {
  if (stop.aborted) {
    await aborted(stop);
    process.exit(130);
  }
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

function wholeNumber(name: string, value: string): number {
  const number = Number(value);
  if (Number.isInteger(number) && number > 0) return number;
  throw new Error(`--${name} ${value}: give a whole number above 0.\n${USAGE}`);
}
