import type { Collector } from '@chatspan-tools/native/start-collector';
import { startCollector } from '@chatspan-tools/native/start-collector';
import type { Attributes, TestScope, TestSpan } from '@chatspan-tools/native/testing/chat-trace';
import { chatTrace, plain, postTraces } from '@chatspan-tools/native/testing/chat-trace';
import { eventually } from '@chatspan-tools/native/testing/eventually';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FakeVendor } from './testing/fake-vendor.ts';
import { startFakeVendor } from './testing/fake-vendor.ts';

let intake: FakeVendor;
let collector: Collector;

beforeEach(async () => {
  intake = await startFakeVendor();
  collector = await startCollector({
    configs: ['base.yaml', 'exporters/metrics.yaml', 'yaml:exporters::otlp_http/metrics::encoding: json'],
    env: {
      CHATSPAN_METRICS_URL: `${intake.url}/v1/metrics`,
      CHATSPAN_METRICS_INTERVAL: '200ms',
      CHATSPAN_METRICS_SERVICES: 'shop,shop-de',
    },
  });
});

afterEach(async () => {
  await collector?.close();
  await intake?.close();
});

async function send(spans: TestSpan[], resource: Attributes = {}, scope: TestScope = {}): Promise<void> {
  expect((await postTraces(collector.otlpUrl, chatTrace(spans, resource, scope))).status).toBe(200);
}

interface Point {
  attributes: Record<string, unknown>;
  asInt?: string;
  count?: string;
  sum?: number;
  explicitBounds?: number[];
  exemplars?: { traceId: string; spanId: string }[];
}

/** The points of a metric of all services, once the newest request has the event that was sent last. */
async function pointsOf(metric: string): Promise<Point[]> {
  const metrics = await eventually('the last event', () => {
    // biome-ignore lint/suspicious/noExplicitAny: OTLP JSON.
    const all = (intake.requests.at(-1)?.body.resourceMetrics ?? []).flatMap((of: any) =>
      // biome-ignore lint/suspicious/noExplicitAny: OTLP JSON.
      of.scopeMetrics.flatMap((scope: any) => scope.metrics),
    );
    return (
      points(all, 'shopping_chat.events').some(
        ({ attributes, asInt }) => attributes['shopping_chat.action'] === LAST && Number(asInt) > 0,
      ) && all
    );
  });
  return points(metrics, metric);
}

// biome-ignore lint/suspicious/noExplicitAny: OTLP JSON.
function points(metrics: any[], name: string): Point[] {
  return metrics
    .filter((metric) => metric.name === name)
    .flatMap((metric) => (metric.sum ?? metric.histogram).dataPoints)
    .map(({ attributes, ...point }) => ({ ...point, attributes: plain(attributes) }));
}

const LAST = 'close_survey';
const last: TestSpan = { name: 'shopping_chat.activity', events: [chatEvent(LAST)] };

function chatEvent(action: string, name = `shopping_chat.${action}`) {
  return { name, attributes: { 'shopping_chat.action': action } };
}

function turn(attributes: Attributes, durationMs = 3000): TestSpan {
  return { name: 'shopping_chat.turn', durationMs, attributes, events: [chatEvent('user_respond')] };
}

const ANSWERED = { 'shopping_chat.turn.end_reason': 'answered', 'shopping_chat.message.input_type': 'text' };
const FAILED = { ...ANSWERED, 'shopping_chat.turn.end_reason': 'failed' };

test('counts the events of chat spans by action, and nothing of other spans', async () => {
  await send([
    {
      name: 'shopping_chat.activity',
      events: [chatEvent('menu_click'), chatEvent('menu_click'), chatEvent('url_click')],
    },
    { name: 'shopping_chat.activity', events: [chatEvent('wink', 'shopping_chat.unknown_action')] },
    turn(ANSWERED),
    { name: 'HTTP POST', durationMs: 9000, events: [chatEvent('url_click')] },
  ]);
  await send([last]);
  const events = await pointsOf('shopping_chat.events');
  const rows = events.map(
    ({ attributes, asInt }) => `${attributes['span.name']} ${attributes['shopping_chat.action']} ${asInt}`,
  );
  expect(rows.sort()).toEqual([
    'shopping_chat.activity close_survey 1',
    'shopping_chat.activity menu_click 2',
    'shopping_chat.activity unknown_action 1',
    'shopping_chat.activity url_click 1',
    'shopping_chat.turn user_respond 1',
  ]);
  const calls = await pointsOf('shopping_chat.calls');
  expect(calls.map(({ attributes, asInt }) => `${attributes['span.name']} ${asInt}`).sort()).toEqual([
    'shopping_chat.activity 3',
    'shopping_chat.turn 1',
  ]);
});

test('measures how long turns take, and neither sessions nor activities', async () => {
  const traceId = '5b8efff798038103d269b633813fc60c';
  const attributes = {
    ...FAILED,
    'shopping_chat.trigger.component': 'PDP_EMBEDDED',
    'error.type': '429',
  };
  await send([
    { name: 'shopping_chat.session' },
    { name: 'shopping_chat.activity', durationMs: 90_000 },
    { ...turn(attributes, 3500), traceId, spanId: 'a411111111111111' },
  ]);
  await send([last]);
  const durations = await pointsOf('shopping_chat.duration');
  expect(durations).toEqual([
    expect.objectContaining({
      attributes: {
        'collector.instance.id': expect.any(String),
        'service.name': 'shop',
        'span.name': 'shopping_chat.turn',
        'span.kind': 'SPAN_KIND_INTERNAL',
        'status.code': 'STATUS_CODE_ERROR',
        ...attributes,
      },
      count: '1',
      sum: 3.5,
      explicitBounds: [0.1, 0.25, 0.5, 1, 2, 3, 4, 5, 8, 15, 30, 60],
    }),
  ]);
  const exemplars = intake.requests
    .flatMap(({ body }) => body.resourceMetrics)
    .flatMap(({ scopeMetrics }) => points(scopeMetrics[0].metrics, 'shopping_chat.duration'))
    .flatMap((point) => point.exemplars ?? []);
  expect(exemplars).toContainEqual(expect.objectContaining({ traceId, spanId: 'a411111111111111' }));
});

test('counts a span once, whatever its trace state says about sampling', async () => {
  await send([{ ...turn(ANSWERED), traceState: 'ot=th:fffffffffffff' }]);
  await send([last]);
  expect((await pointsOf('shopping_chat.duration')).map(({ count }) => count)).toEqual(['1']);
});

test('leaves out what the outbox may have sent before', async () => {
  const mark = { 'chatspan.outbox.possible_repeat': true };
  await send([turn(ANSWERED)]);
  await send([turn(ANSWERED)], mark);
  await send([turn(ANSWERED)], {}, { attributes: mark });
  await send([last]);
  const durations = await pointsOf('shopping_chat.duration');
  expect(durations.map(({ count }) => count)).toEqual(['1']);
});

test('invented values and services become "other", and no series is lost to them', async () => {
  const requests = 25;
  const each = 100;
  for (let request = 0; request < requests; request += 1) {
    const spans = Array.from({ length: each }, (_, index): TestSpan => {
      const invented = `invented ${request * each + index}`;
      return {
        ...turn({
          'shopping_chat.turn.end_reason': index % 2 ? 'failed' : invented,
          'shopping_chat.message.input_type': invented,
          'shopping_chat.trigger.component': invented,
          'shopping_chat.action': invented,
          'error.type': invented,
        }),
        events: [chatEvent(invented)],
      };
    });
    await send(spans, {
      'service.name': `service ${request}`,
      'shopping_chat.turn.end_reason': `invented ${request}`,
    });
  }
  await send([turn(ANSWERED)], { 'service.name': 'shop-de' });
  await send([last]);

  const durations = await pointsOf('shopping_chat.duration');
  const rows = durations.map(({ attributes, count }) => [
    attributes['service.name'],
    attributes['shopping_chat.turn.end_reason'],
    attributes['shopping_chat.message.input_type'],
    attributes['shopping_chat.trigger.component'],
    attributes['error.type'],
    count,
  ]);
  expect(rows.sort()).toEqual([
    ['other', 'failed', 'other', 'other', 'other', '1250'],
    ['other', 'other', 'other', 'other', undefined, '1250'],
    ['shop-de', 'answered', 'text', undefined, undefined, '1'],
  ]);
  const events = await pointsOf('shopping_chat.events');
  expect(
    events
      .map(
        ({ attributes, asInt }) =>
          `${attributes['service.name']} ${attributes['shopping_chat.action']} ${asInt}`,
      )
      .sort(),
  ).toEqual([
    'other unknown_action 1250',
    'other unknown_action 1250',
    'shop close_survey 1',
    'shop-de user_respond 1',
  ]);
});
