import { setTimeout as delay } from 'node:timers/promises';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { deliver, postAll } from '../src/faults/deliver.ts';
import { expectComplete, RECOVERY } from '../src/faults/expect-complete.ts';
import type { GeneratedLoad } from '../src/faults/generated-load.ts';
import { generateLoad } from '../src/faults/generated-load.ts';
import type { Pipeline } from '../src/faults/start-pipeline.ts';
import { startPipeline } from '../src/faults/start-pipeline.ts';
import { readStoredLoad } from '../src/faults/stored-load.ts';

/** How long ClickHouse is away in the first test, in seconds. */
const OUTAGE_S = Number(process.env.CHATSPAN_E2E_OUTAGE_S || '10');
const BATCHES_PER_SECOND = 5;

let pipeline: Pipeline;

beforeEach(async () => {
  pipeline = await startPipeline();
  onTestFinished(pipeline.close);
});

/** Requests of 20 events. */
const small = { eventsPerSpan: 10, spansPerBatch: 2 };
const taken = (requests: readonly string[]): number[] => requests.map(() => 200);

test(`ClickHouse away for ${OUTAGE_S} s: clients notice nothing, and no event is lost or doubled`, {
  timeout: (OUTAGE_S + 90) * 1_000,
}, async () => {
  const load = generateLoad({ events: OUTAGE_S * BATCHES_PER_SECOND * 20, ...small });
  await pipeline.stopClickHouse();
  const statuses: number[] = [];
  for (const body of load.batches) {
    statuses.push(...(await postAll(pipeline.otlpUrl, [body])));
    await delay(1_000 / BATCHES_PER_SECOND);
  }
  await pipeline.startClickHouse();
  expect(statuses).toEqual(taken(load.batches));
  await expectComplete(pipeline.reader, load);
});

test('Jaeger killed: ClickHouse gets everything meanwhile, and Jaeger what it missed when it is back', async () => {
  const load = generateLoad({ events: 400, ...small });
  await pipeline.killJaeger();
  expect(await postAll(pipeline.otlpUrl, load.batches)).toEqual(taken(load.batches));
  await expectComplete(pipeline.reader, load);
  await pipeline.startJaeger();
  await expect.poll(() => eventsInJaeger(load), RECOVERY).toBe(400);
});

test('Collector killed with a full queue, and again while it empties it: no event is lost or doubled', async () => {
  const load = generateLoad({ events: 40_000, eventsPerSpan: 20, spansPerBatch: 5 });
  // Small enough to fill, and emptied by several inserts.
  const queue = {
    CHATSPAN_CLICKHOUSE_QUEUE_BYTES: String(6 * 1024 ** 2),
    CHATSPAN_CLICKHOUSE_BATCH_BYTES: String(1024 ** 2),
  };
  await pipeline.stopClickHouse();
  await pipeline.killCollector();
  await pipeline.startCollector(queue);
  const waiting = [...load.batches];
  let status: number | undefined = 200;
  while (status === 200) {
    [status] = await postAll(pipeline.otlpUrl, waiting.slice(0, 1));
    if (status === 200) waiting.shift();
  }
  expect(status).toBe(503);
  await pipeline.killCollector();

  await pipeline.startClickHouse();
  await pipeline.startCollector(queue);
  const accepted = load.events - waiting.length * 100;
  let stored = 0;
  const readStored = async () => {
    stored = load.events - (await readStoredLoad(pipeline.reader, load)).lost;
    return stored;
  };
  await expect.poll(readStored, { ...RECOVERY, interval: 10 }).toBeGreaterThan(0);
  await pipeline.killCollector();
  expect(stored).toBeLessThan(accepted);

  await pipeline.startCollector();
  for (const body of waiting) await deliver(pipeline.otlpUrl, body);
  await expectComplete(pipeline.reader, load);
});

test('the same batch delivered three times is there once', async () => {
  const load = generateLoad({ events: 200, ...small });
  const twice = [...load.batches, ...load.batches];
  expect(await postAll(pipeline.otlpUrl, twice, 4)).toEqual(taken(twice));
  await expectComplete(pipeline.reader, load);
  expect(await postAll(pipeline.otlpUrl, load.batches)).toEqual(taken(load.batches));
  // What is sent after the third delivery is stored after it.
  const later = generateLoad({ events: 20, ...small });
  expect(await postAll(pipeline.otlpUrl, later.batches)).toEqual(taken(later.batches));
  await expectComplete(pipeline.reader, later);
  await expectComplete(pipeline.reader, load);
});

test('a burst of 50,000 events arrives whole', async () => {
  const load = generateLoad({ events: 50_000, eventsPerSpan: 32, spansPerBatch: 50 });
  await Promise.all(load.batches.map((body) => deliver(pipeline.otlpUrl, body)));
  await expectComplete(pipeline.reader, load);
});

async function eventsInJaeger({ traceId }: GeneratedLoad): Promise<number> {
  const response = await fetch(`${pipeline.jaegerUrl}/api/v3/traces/${traceId}`);
  return (await response.text()).split('"shopping_chat.product_select"').length - 1;
}
