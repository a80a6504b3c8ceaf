import { startCollector } from '@chatspan-tools/native/start-collector';
import { startJaeger } from '@chatspan-tools/native/start-jaeger';
import { chatTrace, plain, postTraces } from '@chatspan-tools/native/testing/chat-trace';
import { eventually } from '@chatspan-tools/native/testing/eventually';
import { expect, onTestFinished, test } from 'vitest';
import { startFakeClickHouse } from './testing/fake-clickhouse.ts';

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const EVENT = {
  name: 'shopping_chat.product_select',
  attributes: {
    'shopping_chat.action': 'product_select',
    'shopping_chat.event.seq': 3,
    'shopping_chat.selection.product_ids': ['431374', '531284'],
  },
};

test('Jaeger gives a chat span back as it was sent, and when it is killed ClickHouse still gets each span once', async () => {
  const clickhouse = await startFakeClickHouse();
  onTestFinished(() => clickhouse.close());
  const jaeger = await startJaeger();
  onTestFinished(() => jaeger.close());
  const collector = await startCollector({
    configs: ['base.yaml', 'exporters/clickhouse.yaml', 'exporters/jaeger.yaml'],
    env: {
      CHATSPAN_CLICKHOUSE_URL: clickhouse.url,
      CHATSPAN_CLICKHOUSE_FLUSH: '100ms',
      CHATSPAN_JAEGER_OTLP_URL: jaeger.otlpUrl,
      CHATSPAN_VIEWER_QUEUE_BYTES: '5000',
    },
  });
  onTestFinished(() => collector.close());

  const sent = {
    name: 'shopping_chat.activity',
    traceId: TRACE,
    spanId: 'b7ad6b7169203331',
    events: [EVENT],
  };
  expect((await postTraces(collector.otlpUrl, chatTrace([sent]))).status).toBe(200);
  const found = await eventually('the trace in Jaeger', async () => {
    const response = await fetch(`${jaeger.queryUrl}/api/v3/traces/${TRACE}`);
    return response.ok && ((await response.json()) as { result: Traces }).result;
  });
  const [span] = found.resourceSpans[0]?.scopeSpans[0]?.spans ?? [];
  expect([span?.name, span?.spanId]).toEqual(['shopping_chat.activity', 'b7ad6b7169203331']);
  expect(span?.events.map((event) => [event.name, plain(event.attributes)])).toEqual([
    [EVENT.name, EVENT.attributes],
  ]);

  await jaeger.kill('SIGKILL');
  const names = Array.from({ length: 30 }, (_, index) => `after-${index}-end`);
  for (const name of names) {
    const response = await postTraces(
      collector.otlpUrl,
      chatTrace([{ name, attributes: { filler: 'x'.repeat(1000) } }]),
    );
    expect(response.status).toBe(200);
  }
  await eventually('all spans in ClickHouse', () => names.every((name) => clickhouse.count(name) > 0));
  expect(names.map((name) => clickhouse.count(name))).toEqual(names.map(() => 1));
});

interface Traces {
  resourceSpans: {
    scopeSpans: { spans: { name: string; spanId: string; events: { name: string; attributes: [] }[] }[] }[];
  }[];
}
