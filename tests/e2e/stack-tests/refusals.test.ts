import { chatTrace } from '@chatspan-tools/native/testing/chat-trace';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { postAll } from '../src/faults/deliver.ts';
import { expectComplete } from '../src/faults/expect-complete.ts';
import { generateLoad } from '../src/faults/generated-load.ts';
import { servePage } from '../src/faults/serve-page.ts';
import type { Pipeline } from '../src/faults/start-pipeline.ts';
import { startPipeline } from '../src/faults/start-pipeline.ts';
import { launchBrowser } from '../src/open-tab.ts';

let pipeline: Pipeline;

beforeAll(async () => {
  pipeline = await startPipeline();
});

afterAll(() => pipeline?.close());

const shape = { events: 20, eventsPerSpan: 10, spansPerBatch: 2 };
const JSON_TYPE = 'application/json';

async function post(contentType: string, body: string): Promise<number> {
  const headers = { 'content-type': contentType };
  const response = await fetch(`${pipeline.otlpUrl}/v1/traces`, { method: 'POST', headers, body });
  await response.arrayBuffer();
  return response.status;
}

async function sessionsInClickHouse(): Promise<string[]> {
  const result = await pipeline.reader.query({
    query: `SELECT DISTINCT SpanAttributes['shopping_chat.session.id'] AS id FROM otel.otel_traces ORDER BY id`,
    format: 'JSONEachRow',
  });
  return (await result.json<{ id: string }>()).map(({ id }) => id);
}

test('oversized and malformed requests are refused, and nothing else is affected', async () => {
  const before = generateLoad(shape);
  const between = generateLoad(shape);
  expect(await postAll(pipeline.otlpUrl, before.batches)).toEqual([200]);
  const oversized = chatTrace([{ name: 'oversized', attributes: { filler: 'x'.repeat(5_000_000) } }]);
  expect([
    await post(JSON_TYPE, oversized),
    await post(JSON_TYPE, '{"resourceSpans":['),
    await post(JSON_TYPE, '{"resourceSpans":[{"scopeSpans":[{"spans":[{"traceId":"zz"}]}]}]}'),
    await post('application/x-protobuf', 'not protobuf'),
    await post('text/plain', between.batches[0] ?? ''),
  ]).toEqual([400, 400, 400, 400, 415]);
  const after = generateLoad(shape);
  expect(await postAll(pipeline.otlpUrl, after.batches)).toEqual([200]);
  await expectComplete(pipeline.reader, before);
  await expectComplete(pipeline.reader, after);
  expect(await sessionsInClickHouse()).toEqual([before.chatSessionId, after.chatSessionId].sort());
});

test('a page of a forbidden origin can store nothing, while a page of the shop can', async () => {
  const server = await servePage();
  onTestFinished(server.close);
  const browser = await launchBrowser();
  onTestFinished(() => browser.close());
  const page = await browser.newPage();
  const sendFrom = async (host: string, contentType: string, body = ''): Promise<string> => {
    await page.goto(`http://${host}:${server.port}/`);
    return page.evaluate(
      async ([url = '', type = '', text = '']) => {
        try {
          const response = await fetch(url, {
            method: 'POST',
            headers: { 'content-type': type },
            body: text,
          });
          return String(response.status);
        } catch (error) {
          return String(error);
        }
      },
      [`${pipeline.otlpUrl}/v1/traces`, contentType, body],
    );
  };
  const forbidden = generateLoad(shape);
  const refused = 'TypeError: Failed to fetch';
  expect(await sendFrom('attacker.localhost', JSON_TYPE, forbidden.batches[0])).toBe(refused);
  // Of a type that needs no preflight.
  expect(await sendFrom('attacker.localhost', 'text/plain', forbidden.batches[0])).toBe(refused);
  const allowed = generateLoad(shape);
  expect(await sendFrom('localhost', JSON_TYPE, allowed.batches[0])).toBe('200');
  await expectComplete(pipeline.reader, allowed);
  const sessions = await sessionsInClickHouse();
  expect([sessions.includes(allowed.chatSessionId), sessions.includes(forbidden.chatSessionId)]).toEqual([
    true,
    false,
  ]);
});
