import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ask, send } from '../src/test-support/ask.ts';
import { postLogs, postTraces } from '../src/test-support/post-otlp.ts';
import { startTestBackend } from '../src/test-support/start-test-backend.ts';

const CASE = join(import.meta.dirname, '../../../collector-config/clickhouse/cases/typed-columns');
const input = readFileSync(join(CASE, 'input.json'), 'utf8');
const TRACE = '73310000000000000000000000000000';
const OTHER_TRACE = '73320000000000000000000000000000';
const eventsOf = (trace: string) =>
  `SELECT * EXCEPT (span_name, trace_id) FROM otel.chat_events FINAL WHERE trace_id = '${trace}' ORDER BY seq`;

interface Event {
  name: string;
  attributes?: { key: string }[];
}

interface Request {
  resourceSpans: {
    resource: object;
    scopeSpans: {
      scope: object;
      spans: { traceId: string; spanId: string; attributes?: { key: string }[]; events?: Event[] }[];
    }[];
  }[];
}

/** Turns span events into log records. Attributes of the span are added unless the event has its own. */
function asLogs(request: Request): object {
  return {
    resourceLogs: request.resourceSpans.map(({ resource, scopeSpans }) => ({
      resource,
      scopeLogs: scopeSpans.map(({ scope, spans }) => ({
        scope,
        logRecords: spans.flatMap(({ traceId, spanId, attributes = [], events = [] }) =>
          events.map(({ name, attributes: own = [], ...time }) => ({
            ...time,
            eventName: name,
            traceId,
            spanId,
            attributes: [...attributes.filter(({ key }) => !own.some((other) => other.key === key)), ...own],
          })),
        ),
      })),
    })),
  };
}

test('log-based events give the same rows as span events, and an event in both forms is one row', async () => {
  const backend = await startTestBackend();
  expect((await postTraces(backend, input)).status).toBe(200);
  const rows = await ask(backend, eventsOf(TRACE));
  expect(rows).toHaveLength(4);
  const logs = asLogs(JSON.parse(input));
  expect((await postLogs(backend, JSON.stringify(logs).replaceAll(TRACE, OTHER_TRACE))).status).toBe(200);
  expect(await ask(backend, eventsOf(OTHER_TRACE))).toEqual(rows);
  expect((await postLogs(backend, logs)).status).toBe(200);
  expect(await ask(backend, eventsOf(TRACE))).toEqual(rows);
});

test('a log record without EventName gets its name from the attribute event.name', async () => {
  const backend = await startTestBackend();
  const row = {
    Timestamp: '2026-11-20 10:00:01',
    TraceId: '73310000000000000000000000000002',
    LogAttributes: { 'event.name': 'shopping_chat.chat_closed', 'shopping_chat.event.seq': '7' },
  };
  const insert = `INSERT INTO otel.otel_logs FORMAT JSONEachRow ${JSON.stringify(row)}`;
  expect(await send(backend, insert, { user: 'writer' })).toMatchObject({ status: 200 });
  expect(await ask(backend, 'SELECT event_name, seq, attributes FROM otel.chat_events')).toEqual([
    { event_name: 'shopping_chat.chat_closed', seq: 7, attributes: {} },
  ]);
});
