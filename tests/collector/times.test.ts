import type { Collector } from '@chatspan-tools/native/start-collector';
import { startCollector } from '@chatspan-tools/native/start-collector';
import { postTraces } from '@chatspan-tools/native/testing/chat-trace';
import { eventually } from '@chatspan-tools/native/testing/eventually';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { postLogs } from './testing/chat-log.ts';
import type { FakeVendor } from './testing/fake-vendor.ts';
import { startFakeVendor } from './testing/fake-vendor.ts';

/** What ClickHouse would get, sent to somebody who keeps it as JSON. */
const CONFIGS = [
  'base.yaml',
  'exporters/clickhouse.yaml',
  'yaml:exporters::otlp_http/json::encoding: json',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the Collector's syntax.
  'yaml:exporters::otlp_http/json::endpoint: ${env:OTLP_VENDOR_URL}',
  'yaml:service::pipelines::traces/clickhouse::exporters: [otlp_http/json]',
  'yaml:service::pipelines::logs/clickhouse::exporters: [otlp_http/json]',
];

let vendor: FakeVendor;
let collector: Collector;

beforeAll(async () => {
  vendor = await startFakeVendor();
  collector = await startCollector({ configs: CONFIGS, env: { OTLP_VENDOR_URL: vendor.url } });
});

afterAll(async () => {
  await collector?.close();
  await vendor?.close();
});

const SECOND = 1_000_000_000n;
const DAY = 86_400n * SECOND;
const now = () => BigInt(Date.now()) * 1_000_000n;

/** Times at intake, and whether they are kept. */
const TIMES: [string, (now: bigint) => bigint, boolean][] = [
  ['now', (now) => now, true],
  ['300 days ago', (now) => now - 300n * DAY, true],
  ['in 300 days', (now) => now + 300n * DAY, true],
  ['none', () => 0n, false],
  ['400 days ago', (now) => now - 400n * DAY, false],
  ['in 400 days', (now) => now + 400n * DAY, false],
  ['as a negative number', () => 2n ** 64n - DAY, false],
  ['as late as can be', () => 2n ** 63n - SECOND, false],
];

const isFrom = (earliest: bigint, time: string) =>
  BigInt(time) >= earliest - SECOND && BigInt(time) <= now() + SECOND;

test.each(TIMES)(
  'a span and an event of a time %s are in ClickHouse for the days they are kept',
  async (_, timeOf, isKept) => {
    const before = vendor.requests.length;
    const sentAt = now();
    const start = timeOf(sentAt);
    const span = {
      traceId: '0af7651916cd43dd8448eb211c80319c',
      spanId: 'b7ad6b7169203331',
      name: 'shopping_chat.turn',
      startTimeUnixNano: String(start),
      endTimeUnixNano: String(start + SECOND / 2n),
      events: [{ name: 'shopping_chat.user_respond', timeUnixNano: String(start) }],
    };
    const body = JSON.stringify({ resourceSpans: [{ scopeSpans: [{ spans: [span] }] }] });
    expect((await postTraces(collector.otlpUrl, body)).status).toBe(200);
    const request = await eventually('the span', () => vendor.requests[before]);
    const [got] = request.body.resourceSpans[0].scopeSpans[0].spans;
    const [event] = got.events;
    expect(Number(BigInt(got.endTimeUnixNano) - BigInt(got.startTimeUnixNano)) / 1e9).toBeCloseTo(0.5);
    if (isKept) {
      expect([got.startTimeUnixNano, event.timeUnixNano]).toEqual([String(start), String(start)]);
    } else {
      expect([isFrom(sentAt, got.startTimeUnixNano), isFrom(sentAt, event.timeUnixNano)]).toEqual([
        true,
        true,
      ]);
    }
  },
);

test.each(TIMES)('so is a log record of a time %s, observed then', async (_, timeOf, isKept) => {
  for (const field of ['timeUnixNano', 'observedTimeUnixNano']) {
    const before = vendor.requests.length;
    const sentAt = now();
    const time = String(timeOf(sentAt));
    const record = { eventName: 'shopping_chat.chat_closed', [field]: time };
    const body = JSON.stringify({ resourceLogs: [{ scopeLogs: [{ logRecords: [record] }] }] });
    expect((await postLogs(collector.otlpUrl, body)).status).toBe(200);
    const request = await eventually('the record', () => vendor.requests[before]);
    const [got] = request.body.resourceLogs[0].scopeLogs[0].logRecords;
    if (isKept) expect(got.timeUnixNano).toBe(time);
    else expect(isFrom(sentAt, got.timeUnixNano)).toBe(true);
  }
});
