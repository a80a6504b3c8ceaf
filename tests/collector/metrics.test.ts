import { startCollector } from '@chatspan-tools/native/start-collector';
import { chatTrace, plain, postTraces } from '@chatspan-tools/native/testing/chat-trace';
import { eventually } from '@chatspan-tools/native/testing/eventually';
import { expect, onTestFinished, test } from 'vitest';
import type { VendorRequest } from './testing/fake-vendor.ts';
import { startFakeVendor } from './testing/fake-vendor.ts';

const chatEvent = (action: string, name = `shopping_chat.${action}`) => ({
  name,
  attributes: { 'shopping_chat.action': action },
});

test('counts events by action and turns by duration, end and input type, and nothing of other spans', async () => {
  const intake = await startFakeVendor();
  onTestFinished(() => intake.close());
  const collector = await startCollector({
    configs: ['base.yaml', 'exporters/metrics.yaml', 'yaml:exporters::otlp_http/metrics::encoding: json'],
    env: { CHATSPAN_METRICS_URL: `${intake.url}/v1/metrics`, CHATSPAN_METRICS_INTERVAL: '200ms' },
  });
  onTestFinished(() => collector.close());
  const body = chatTrace([
    {
      name: 'shopping_chat.activity',
      events: [chatEvent('menu_click'), chatEvent('menu_click'), chatEvent('url_click')],
    },
    { name: 'shopping_chat.activity', events: [chatEvent('wink', 'shopping_chat.unknown_action')] },
    {
      name: 'shopping_chat.turn',
      durationMs: 3000,
      attributes: { 'shopping_chat.turn.end_reason': 'answered', 'shopping_chat.message.input_type': 'text' },
      events: [chatEvent('user_respond')],
    },
    { name: 'HTTP POST', durationMs: 9000, events: [chatEvent('url_click')] },
  ]);
  expect((await postTraces(collector.otlpUrl, body)).status).toBe(200);

  const byName = await eventually('the counts', () => latest(intake.requests.at(-1)));
  expect(intake.requests.at(-1)?.path).toBe('/v1/metrics');
  expect(Object.keys(byName).sort()).toEqual(['chat.calls', 'chat.duration', 'chat.events']);
  const events = byName['chat.events'].sum.dataPoints.map((point: { attributes: []; asInt: string }) => {
    const of = plain(point.attributes);
    return `${of['span.name']} ${of['shopping_chat.action']} ${point.asInt}`;
  });
  expect(events.sort()).toEqual([
    'shopping_chat.activity menu_click 2',
    'shopping_chat.activity unknown_action 1',
    'shopping_chat.activity url_click 1',
    'shopping_chat.turn user_respond 1',
  ]);

  const turn = byName['chat.duration'].histogram.dataPoints.find(
    (point: { attributes: [] }) => plain(point.attributes)['span.name'] === 'shopping_chat.turn',
  );
  expect(byName['chat.duration'].unit).toBe('s');
  expect(turn).toMatchObject({ count: '1', sum: 3 });
  expect(plain(turn.attributes)).toMatchObject({
    'service.name': 'shop',
    'shopping_chat.turn.end_reason': 'answered',
    'shopping_chat.message.input_type': 'text',
  });
});

/** The metrics by name; nothing while they are the zeros that begin a cumulative series. */
// biome-ignore lint/suspicious/noExplicitAny: OTLP JSON.
function latest(request: VendorRequest | undefined): Record<string, any> | undefined {
  const metrics = request?.body.resourceMetrics[0].scopeMetrics[0].metrics ?? [];
  const byName = Object.fromEntries(metrics.map((metric: { name: string }) => [metric.name, metric]));
  const count = byName['chat.events']?.sum.dataPoints[0].asInt;
  return count === undefined || count === '0' ? undefined : byName;
}
