import { expect, test } from 'vitest';
import { startTestExplorer } from '../testing/start-test-explorer.ts';
import { createCalendar } from './calendar.ts';
import { makeSession } from './seed-session.ts';
import type { SendOptions } from './send-sessions.ts';
import { sendSessions } from './send-sessions.ts';
import { toOtlp } from './to-otlp.ts';
import { toRows } from './to-rows.ts';

const SESSIONS = 600;
const calendar = createCalendar(Date.parse('2026-11-29T00:00:00Z'), 10);
const options = { seed: 7, sessions: SESSIONS, calendar };
const sessions = Array.from({ length: SESSIONS }, (_, number) => makeSession(number, options));

test('the same seed makes the same telemetry, another seed another one', () => {
  const again = makeSession(5, options);
  expect(toOtlp([again])).toBe(toOtlp([makeSession(5, options)]));
  expect(toOtlp([makeSession(5, { ...options, seed: 8 })])).not.toContain(again.traceId);
  expect(new Set(sessions.map(({ traceId }) => traceId)).size).toBe(SESSIONS);
});

test('chat sessions are numbered in the order of their times, and evenings are busier than nights', () => {
  const hours = sessions.map(({ start }) => new Date(start).getUTCHours());
  const evening = hours.filter((hour) => hour >= 18 && hour < 22).length;
  const night = hours.filter((hour) => hour >= 1 && hour < 5).length;
  expect(evening).toBeGreaterThan(8 * night);
  expect(sessions[0]?.start).toBeLessThan(Date.parse('2026-11-19T12:00:00Z'));
  expect(sessions.at(-1)?.start).toBeGreaterThan(Date.parse('2026-11-28T18:00:00Z'));
});

test('shoppers like quick answers and dislike slow or failed ones', () => {
  const many = Array.from({ length: 5_000 }, (_, number) =>
    makeSession(number, { ...options, sessions: 5_000 }),
  );
  const share = (isGood: boolean): number => {
    const thumbs = many.flatMap(({ events, turns }) =>
      turns
        .filter(({ turn }) => (turn.endReason === 'answered' && turn.seconds < 8) === isGood)
        .flatMap(({ spanId }) =>
          events.filter(({ attributes }) => attributes['shopping_chat.turn.span_id'] === spanId),
        ),
    );
    return thumbs.filter(({ name }) => name === 'thumbs_up').length / thumbs.length;
  };
  expect(share(true)).toBeGreaterThan(0.8);
  expect(share(false)).toBeLessThan(0.3);
});

test('both ways store the same rows, and the bad deploy is the version with most failures', async () => {
  const { backend, runSql } = await startTestExplorer();
  const common = { ...options, batchSize: 40, connections: 3, onProgress: () => {} };
  const signal = AbortSignal.timeout(60_000);
  const viaOtlp: SendOptions = {
    ...common,
    signal,
    bodyOf: toOtlp,
    url: `${backend.otlpUrl}/v1/traces`,
    headers: { 'Content-Type': 'application/json' },
  };
  const direct: SendOptions = {
    ...common,
    signal,
    bodyOf: toRows,
    url: `${backend.clickhouseUrl}/?query=INSERT INTO otel.otel_traces FORMAT JSONEachRow`,
    headers: { 'X-ClickHouse-User': 'writer', 'X-ClickHouse-Key': backend.writerPassword },
  };
  const stored = () =>
    runSql(
      `SELECT count() AS spans, sum(cityHash64(Timestamp, TraceId, SpanId, SpanName, Duration, SpanAttributes,
        ResourceAttributes, StatusCode, Events.Timestamp, Events.Attributes)) AS hash FROM otel.otel_traces FINAL`,
    );
  expect((await sendSessions(viaOtlp)).sessions).toBe(SESSIONS);
  const first = await stored();
  await sendSessions(direct);
  expect(await stored()).toEqual(first);
  const [worst] = await runSql(
    `SELECT version, sum(failed_turns) / sum(turns) AS failed
    FROM otel.chat_session_rows(from = '2026-11-01 00:00:00', to = '2026-12-01 00:00:00')
    GROUP BY version ORDER BY failed DESC LIMIT 1`,
  );
  expect(worst).toEqual({ version: calendar.badDeploy.version, failed: expect.any(Number) });
  expect(worst?.failed).toBeGreaterThan(0.2);
});
