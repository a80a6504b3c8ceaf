import type { Collector } from '@chatspan-tools/native/start-collector';
import { startCollector } from '@chatspan-tools/native/start-collector';
import { eventually } from '@chatspan-tools/native/testing/eventually';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { chatLogs, postLogs } from './testing/chat-log.ts';
import type { FakeClickHouse } from './testing/fake-clickhouse.ts';
import { startFakeClickHouse } from './testing/fake-clickhouse.ts';

let clickhouse: FakeClickHouse;

beforeEach(async () => {
  clickhouse = await startFakeClickHouse();
  onTestFinished(() => clickhouse.close());
});

async function start(env: Record<string, string> = {}): Promise<Collector> {
  const collector = await startCollector({
    configs: ['base.yaml', 'exporters/clickhouse.yaml'],
    env: { CHATSPAN_CLICKHOUSE_URL: clickhouse.url, CHATSPAN_CLICKHOUSE_FLUSH: '100ms', ...env },
  });
  onTestFinished(() => collector.close());
  return collector;
}

/** Sends one event, and returns the status. */
async function send(collector: Collector, index: number, bytes = 10): Promise<number> {
  const attributes = { mark: markOf(index), filler: 'x'.repeat(bytes) };
  const body = chatLogs([{ eventName: 'shopping_chat.chat_closed', attributes }]);
  return (await postLogs(collector.otlpUrl, body)).status;
}

const markOf = (index: number) => `event-${index}-end`;

test('log-based events reach ClickHouse with their names, each once', async () => {
  const collector = await start();
  expect([await send(collector, 1), await send(collector, 2)]).toEqual([200, 200]);
  await eventually('both events', () => [1, 2].every((index) => clickhouse.count(markOf(index)) > 0));
  expect([1, 2].map((index) => clickhouse.count(markOf(index)))).toEqual([1, 1]);
  // In the column, and in the attribute that stands in for it.
  expect(clickhouse.count('shopping_chat.chat_closed')).toBeGreaterThanOrEqual(4);
  expect(clickhouse.urls.some((url) => url.includes('EventName'))).toBe(true);
});

test('events keep their names when the Collector starts while ClickHouse is away', async () => {
  clickhouse.answer = 'away';
  const collector = await start();
  expect(await send(collector, 1)).toBe(200);
  clickhouse.answer = 'take';
  await eventually('the event', () => clickhouse.count(markOf(1)) > 0);
  // The exporter has left the column out, and the attribute names the event.
  expect(clickhouse.urls.some((url) => url.includes('EventName'))).toBe(false);
  expect([clickhouse.count('event.name'), clickhouse.count('shopping_chat.chat_closed')]).toEqual([1, 1]);
});

test('a client is answered 503 when the queue for ClickHouse is full, and what was answered 200 arrives', async () => {
  clickhouse.answer = 'refuse';
  const collector = await start({
    CHATSPAN_CLICKHOUSE_QUEUE_BYTES: '1048576',
    CHATSPAN_CLICKHOUSE_BATCH_BYTES: '1048576',
  });
  const statuses: number[] = [];
  for (let index = 0; index < 40; index += 1) statuses.push(await send(collector, index, 50_000));
  const accepted = statuses.flatMap((status, index) => (status === 200 ? [index] : []));
  expect(statuses.filter((status) => status === 503)).toHaveLength(40 - accepted.length);
  expect(accepted.length).toBeGreaterThan(5);
  expect(accepted.length).toBeLessThan(35);
  clickhouse.answer = 'take';
  await eventually('what was accepted', () => accepted.every((index) => clickhouse.count(markOf(index)) > 0));
  expect(accepted.map((index) => clickhouse.count(markOf(index)))).toEqual(accepted.map(() => 1));
});
