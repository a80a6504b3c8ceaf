import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Collector } from '@chatspan-tools/native/start-collector';
import { startCollector } from '@chatspan-tools/native/start-collector';
import { chatTrace, postTraces } from '@chatspan-tools/native/testing/chat-trace';
import { eventually } from '@chatspan-tools/native/testing/eventually';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import type { FakeClickHouse } from './testing/fake-clickhouse.ts';
import { startFakeClickHouse } from './testing/fake-clickhouse.ts';
import type { FakeVendor } from './testing/fake-vendor.ts';
import { startFakeVendor } from './testing/fake-vendor.ts';

const CONFIGS = ['base.yaml', 'exporters/clickhouse.yaml', 'vendors/generic-otlp.yaml'];

let clickhouse: FakeClickHouse;
let vendor: FakeVendor;

beforeEach(async () => {
  clickhouse = await startFakeClickHouse();
  vendor = await startFakeVendor();
  onTestFinished(() => clickhouse.close());
  onTestFinished(() => vendor.close());
});

async function start(env: Record<string, string> = {}): Promise<Collector> {
  const collector = await startCollector({
    configs: [...CONFIGS, 'yaml:exporters::otlp_http/generic::encoding: json'],
    env: {
      CHATSPAN_CLICKHOUSE_URL: clickhouse.url,
      CHATSPAN_CLICKHOUSE_FLUSH: '100ms',
      OTLP_VENDOR_URL: vendor.url,
      ...env,
    },
  });
  onTestFinished(() => collector.close());
  return collector;
}

/** Sends spans `first`…`last`, one a request, and returns the statuses. */
async function send(collector: Collector, first: number, last: number, bytes = 1000): Promise<number[]> {
  const statuses: number[] = [];
  for (let index = first; index <= last; index += 1) {
    const name = spanName(index);
    statuses.push(
      (await postTraces(collector.otlpUrl, chatTrace([{ name, attributes: { filler: 'x'.repeat(bytes) } }])))
        .status,
    );
  }
  return statuses;
}

const spanName = (index: number) => `span-${index}-end`;
const upTo = (last: number) => Array.from({ length: last }, (_, offset) => offset + 1);
const copiesInClickHouse = (last: number) => upTo(last).map((index) => clickhouse.count(spanName(index)));
/** Of two writers the second may be done first: the last span says nothing of those before. */
const areInClickHouse = (indexes: readonly number[]) =>
  indexes.every((index) => clickhouse.count(spanName(index)) > 0);
const indexesOf = (status: number, statuses: readonly number[]) =>
  statuses.flatMap((each, offset) => (each === status ? [offset + 1] : []));
const all = (count: number, value: number) => Array.from({ length: count }, () => value);

test.each(['never', 503] as const)(
  'clients and ClickHouse notice nothing of a vendor that answers %s, even when its queue is full',
  async (answer) => {
    vendor.answer = answer;
    const collector = await start({ CHATSPAN_VIEWER_QUEUE_BYTES: '5000' });
    expect(await send(collector, 1, 40)).toEqual(all(40, 200));
    await eventually('all 40 spans in ClickHouse', () => areInClickHouse(upTo(40)));
    expect(copiesInClickHouse(40)).toEqual(all(40, 1));
    await eventually('refusals of the full queue are counted', async () =>
      /enqueue_failed_spans\S*exporter="otlp_http\/generic"\S* [1-9]/.test(
        await (await fetch(collector.metricsUrl)).text(),
      ),
    );
  },
);

test('clients and ClickHouse notice nothing of a vendor that is not there', async () => {
  const collector = await start({
    OTLP_VENDOR_URL: 'http://127.0.0.1:9',
    CHATSPAN_VIEWER_QUEUE_BYTES: '5000',
  });
  expect(await send(collector, 1, 40)).toEqual(all(40, 200));
  await eventually('all 40 spans in ClickHouse', () => areInClickHouse(upTo(40)));
  expect(copiesInClickHouse(40)).toEqual(all(40, 1));
});

test('the vendor goes on while ClickHouse is away, and ClickHouse gets all of it later, once', async () => {
  clickhouse.answer = 'refuse';
  const collector = await start();
  expect(await send(collector, 1, 20)).toEqual(all(20, 200));
  await eventually('20 spans at the vendor', () => JSON.stringify(vendor.requests).includes(spanName(20)));
  expect(clickhouse.inserts).toEqual([]);
  clickhouse.answer = 'take';
  await eventually('all 20 spans in ClickHouse', () => areInClickHouse(upTo(20)));
  expect(copiesInClickHouse(20)).toEqual(all(20, 1));
});

test('a client is answered 503 when the queue for ClickHouse is full, and loses nothing by sending again', async () => {
  clickhouse.answer = 'refuse';
  const collector = await start({
    CHATSPAN_CLICKHOUSE_QUEUE_BYTES: '1048576',
    CHATSPAN_CLICKHOUSE_BATCH_BYTES: '1048576',
  });
  const statuses = await send(collector, 1, 40, 50_000);
  const accepted = indexesOf(200, statuses);
  const refused = indexesOf(503, statuses);
  expect(accepted.length + refused.length).toBe(40);
  expect(accepted.length).toBeGreaterThan(5);
  expect(refused.length).toBeGreaterThan(5);
  clickhouse.answer = 'take';
  await eventually('what was accepted in ClickHouse', () => areInClickHouse(accepted));
  // The queue has room when its writers have their answers, which is a moment after ClickHouse has the rows.
  for (const index of refused) {
    await eventually(`room for span ${index}`, async () => {
      const [status] = await send(collector, index, index, 10_000);
      return status === 200;
    });
  }
  await eventually('what was sent again in ClickHouse', () => areInClickHouse(refused));
  expect(copiesInClickHouse(40)).toEqual(all(40, 1));
});

test.each([
  ['SIGKILL', 'never'],
  ['SIGTERM', 'refuse'],
] as const)(
  'what was accepted survives %s and reaches ClickHouse after the restart',
  async (signal, answer) => {
    const folder = await mkdtemp(join(tmpdir(), 'otelcol-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    clickhouse.answer = answer;
    const env = { CHATSPAN_COLLECTOR_DATA_DIR: folder };
    const first = await start(env);
    expect(await send(first, 1, 20)).toEqual(all(20, 200));
    await first.kill(signal);
    expect(clickhouse.inserts).toEqual([]);
    clickhouse.answer = 'take';
    await start(env);
    await eventually('all 20 spans in ClickHouse', () => areInClickHouse(upTo(20)));
    expect(copiesInClickHouse(20)).toEqual(all(20, 1));
  },
);
