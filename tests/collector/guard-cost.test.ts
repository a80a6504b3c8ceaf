import type { Collector } from '@chatspan-tools/native/start-collector';
import { startCollector } from '@chatspan-tools/native/start-collector';
import type { Attributes, TestSpan } from '@chatspan-tools/native/testing/chat-trace';
import { chatTrace, postTraces } from '@chatspan-tools/native/testing/chat-trace';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { processorSeconds } from './testing/processor-seconds.ts';

/** Nothing leaves the Collector: what is measured is the way in, with the guard and without. */
const CONFIGS = [
  'base.yaml',
  'vendors/generic-otlp.yaml',
  'yaml:processors::filter/possible_repeats::trace_conditions: [span.name != ""]',
];
const WITHOUT_GUARD = 'yaml:service::pipelines::traces/ingest::processors: [memory_limiter]';

let guarded: Collector;
let unguarded: Collector;

beforeAll(async () => {
  const env = { OTLP_VENDOR_URL: 'http://127.0.0.1:1', OTLP_VENDOR_KEY: 'k' };
  guarded = await startCollector({ configs: CONFIGS, env });
  unguarded = await startCollector({ configs: [...CONFIGS, WITHOUT_GUARD], env });
});

afterAll(async () => {
  await guarded?.close();
  await unguarded?.close();
});

/** Processor time of a Collector, in seconds, for a request sent this many times. */
async function cost(collector: Collector, body: string, times: number): Promise<number> {
  const before = await processorSeconds(collector.metricsUrl);
  for (let time = 0; time < times; time += 1) {
    expect((await postTraces(collector.otlpUrl, body)).status).toBe(200);
  }
  return (await processorSeconds(collector.metricsUrl)) - before;
}

const EVENT: Attributes = {
  'shopping_chat.action': 'url_click',
  'shopping_chat.event.seq': 17,
  'shopping_chat.widget.size': 'large',
  'shopping_chat.conversation.state': 'conversation',
  'shopping_chat.product.id': '431374',
  'shopping_chat.product.category': 'outerwear',
  'shopping_chat.link.type': 'product_card',
  'url.full': 'https://shop.example/products/431374',
};

/** 32 events a span. */
function ordinaryRequest(): string {
  const events = Array.from({ length: 32 }, () => ({ name: 'shopping_chat.url_click', attributes: EVENT }));
  return chatTrace(Array.from({ length: 100 }, () => ({ name: 'shopping_chat.activity', events })));
}

/** Measured: 10 µs an event with the guard, 4 µs without, of 8 attributes. */
test('the guard takes at most four times as long for ordinary events as reading them from JSON', async () => {
  const body = ordinaryRequest();
  const [withGuard, without] = [await cost(guarded, body, 10), await cost(unguarded, body, 10)];
  expect(withGuard).toBeLessThan(4 * without);
});

/** Most of them make every pattern begin at every letter, and end with a card number, so that no pre-filter helps. */
const HOSTILE = [
  'a',
  'what is this made from ',
  'aaaaaaaaaaaaaaaaaaa@',
  'a@a.',
  '%25%2540',
  'a%40a%40',
  '4111 1111 1111 111 ',
  '4111.',
  'eva@example.com 4111 1111 1111 1111 ',
  'a@b_4111%20411\\n',
  '\\u0040a.',
  '"a@',
];

function hostileRequest(piece: string, length: number): string {
  const value = `${piece.repeat(length / piece.length)}@1 4111111111111111x`;
  const bytes = 3_900_000;
  const perValue = JSON.stringify(value).length + 40;
  const spans: TestSpan[] = [];
  for (let left = Math.floor(bytes / perValue); left > 0; left -= 50) {
    const names = Array.from({ length: Math.min(left, 50) }, (_, index) => `key ${index}`);
    spans.push({ name: 'a', attributes: Object.fromEntries(names.map((name) => [name, value])) });
  }
  return chatTrace(spans);
}

/** Measured: 30 and 50 times as long, 0.2 and 0.3 µs a byte. */
test.each([200, 20_000])(
  'the guard takes at most 100 times as long for a byte made to be slow as reading one from JSON, in values of %i letters',
  async (length) => {
    const ordinary = ordinaryRequest();
    const reading = (await cost(unguarded, ordinary, 20)) / 20 / ordinary.length;
    const slowest = Math.max(
      ...(await inTurn(HOSTILE, async (piece) => {
        const body = hostileRequest(piece, length);
        return (await cost(guarded, body, 1)) / body.length;
      })),
    );
    expect(slowest / reading).toBeLessThan(100);
  },
);

async function inTurn<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (const item of items) results.push(await work(item));
  return results;
}
