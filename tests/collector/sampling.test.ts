import { startCollector } from '@chatspan-tools/native/start-collector';
import type { TestSpan } from '@chatspan-tools/native/testing/chat-trace';
import { chatTrace, postTraces } from '@chatspan-tools/native/testing/chat-trace';
import { eventually } from '@chatspan-tools/native/testing/eventually';
import { expect, onTestFinished, test } from 'vitest';
import { startFakeClickHouse } from './testing/fake-clickhouse.ts';
import { startFakeVendor } from './testing/fake-vendor.ts';

const ERROR = 2;

test('sampling keeps failures and ratings for the viewers, and everything for ClickHouse', async () => {
  const clickhouse = await startFakeClickHouse();
  onTestFinished(() => clickhouse.close());
  const vendor = await startFakeVendor();
  onTestFinished(() => vendor.close());
  const collector = await startCollector({
    // Loaded before the vendor: the order of the layers behind base.yaml makes no difference.
    configs: [
      'base.yaml',
      'sampling/tail-sampling.yaml',
      'exporters/clickhouse.yaml',
      'vendors/generic-otlp.yaml',
      'yaml:exporters::otlp_http/generic::encoding: json',
    ],
    env: {
      CHATSPAN_CLICKHOUSE_URL: clickhouse.url,
      CHATSPAN_CLICKHOUSE_FLUSH: '100ms',
      CHATSPAN_SAMPLING_PERCENT: '0',
      CHATSPAN_SAMPLING_WAIT: '1s',
      OTLP_VENDOR_URL: vendor.url,
    },
  });
  onTestFinished(() => collector.close());

  const trace = '0af7651916cd43dd8448eb211c80319c';
  const spans: TestSpan[] = [
    { name: 'failed turn', traceId: trace, status: { code: ERROR } },
    { name: 'beside the failed turn', traceId: trace },
    { name: 'rated', events: [{ name: 'shopping_chat.thumbs_down', attributes: {} }] },
    { name: 'ordinary', events: [{ name: 'shopping_chat.menu_click', attributes: {} }] },
  ];
  expect((await postTraces(collector.otlpUrl, chatTrace(spans))).status).toBe(200);

  const seen = () =>
    vendor.requests.flatMap(({ body }) =>
      // biome-ignore lint/suspicious/noExplicitAny: OTLP JSON.
      body.resourceSpans.flatMap((resource: any) => resource.scopeSpans.flatMap((scope: any) => scope.spans)),
    );
  await eventually('three spans at the vendor', () => seen().length >= 3);
  expect(
    seen()
      .map((span) => span.name)
      .sort(),
  ).toEqual(['beside the failed turn', 'failed turn', 'rated']);

  const late: TestSpan[] = [{ name: 'late in the failed trace', traceId: trace }];
  expect((await postTraces(collector.otlpUrl, chatTrace(late))).status).toBe(200);
  await eventually('the late span at the vendor', () =>
    seen().some((span) => span.name === 'late in the failed trace'),
  );

  await eventually('the late span in ClickHouse', () => clickhouse.count('late in the failed trace') > 0);
  expect(spans.map(({ name }) => clickhouse.count(name)).every((copies) => copies >= 1)).toBe(true);
  expect(seen().map((span) => span.name)).not.toContain('ordinary');
});
