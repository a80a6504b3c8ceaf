import type { NativeStack } from '@chatspan/demo/native-stack';
import { startNativeStack } from '@chatspan/demo/native-stack';
import { validateEvent } from '@chatspan/semantic-conventions/validate';
import type { ClickHouseClient } from '@clickhouse/client';
import { createClient } from '@clickhouse/client';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { asTexts } from '../src/as-texts.ts';
import { chatEventsBySession } from '../src/chat-events.ts';
import { DEADLINE } from '../src/deadline.ts';
import { readJaegerTrace, readJaegerWarnings } from '../src/jaeger-trace.ts';
import { desktop, launchBrowser, openTab } from '../src/open-tab.ts';
import { documentedScenario } from '../src/scenario/documented-scenario.ts';
import { fiveTurns } from '../src/scenario/five-turns.ts';
import { fiveTurnsTree } from '../src/scenario/five-turns-tree.ts';
import { numbered } from '../src/scenario/step.ts';
import { Shopper } from '../src/shopper.ts';
import type { StoredSpan } from '../src/stored-span.ts';
import { readSpans } from '../src/stored-span.ts';
import { temporaryFolder } from '../src/temporary-folder.ts';
import { timeProblems } from '../src/time-problems.ts';
import { traceTree } from '../src/trace-tree.ts';

const ends: (() => Promise<unknown>)[] = [];
let stack: NativeStack;
let reader: ClickHouseClient;
let browser: Browser;
let scenario: ReturnType<typeof documentedScenario>;
let inClickHouse: StoredSpan[];
/** The traces of `inClickHouse` as Jaeger has them. */
let inJaeger: StoredSpan[][];

beforeAll(async () => {
  const folder = await temporaryFolder();
  ends.push(folder.remove);
  stack = await startNativeStack({
    ports: { shop: 0, chat: 0, otlp: 0, otlpGrpc: 0, clickhouse: 0, explorer: 0, jaeger: 0 },
    dataDir: folder.path,
    layers: [],
    env: { CHATSPAN_CLICKHOUSE_FLUSH: '200ms' },
    onProgress: () => {},
  });
  ends.push(stack.close);
  reader = createClient({ url: stack.clickhouseUrl, ...stack.reader });
  ends.push(() => reader.close());
  browser = await launchBrowser();
  ends.push(() => browser.close());

  const asker = new Shopper(await openTab(browser, desktop), stack.shopUrl, desktop);
  await fiveTurns(asker, { chatUrl: stack.chatUrl, reader });
  scenario = documentedScenario(stack.shopUrl);
  for (const session of [scenario.onDesktop, scenario.onPhone]) await (await session.play(browser)).leaves();

  const { onDesktop, onPhone } = scenario;
  await vi.waitFor(async () => {
    inClickHouse = await readSpans(reader);
    const counts = chatEventsBySession(inClickHouse).map(({ length }) => length);
    expect(counts).toEqual([11, onDesktop.events.length, onPhone.events.length]);
  }, DEADLINE);
  await vi.waitFor(async () => {
    inClickHouse = await readSpans(reader);
    const traceIds = [...new Set(inClickHouse.map(({ traceId }) => traceId))];
    inJaeger = await Promise.all(traceIds.map((traceId) => readJaegerTrace(stack.jaegerUrl, traceId)));
    expect(inJaeger.flat()).toHaveLength(inClickHouse.length);
  }, DEADLINE);
});

afterAll(async () => {
  for (const end of ends.reverse()) await end();
});

test('Jaeger gives back every documented event with its attributes in their types', () => {
  const [, onDesktop = [], onPhone = []] = chatEventsBySession(inJaeger.flat()).map((events) =>
    events.map(({ name, attributes }) => ({ name, attributes })),
  );
  expect(onDesktop).toEqual(numbered(scenario.onDesktop.events));
  expect(onPhone).toEqual(numbered(scenario.onPhone.events));
  const problems = [...onDesktop, ...onPhone].flatMap(({ name, attributes }) =>
    validateEvent(name, attributes),
  );
  expect(problems).toEqual([]);
});

test('Jaeger and ClickHouse have the same spans, span for span and attribute for attribute', () => {
  expect(inOneOrder(asTexts(inJaeger.flat()))).toEqual(inOneOrder(inClickHouse));
});

test('Jaeger warns of no span of the chat: none is without a length, none has a wrong clock', async () => {
  const traceIds = [...new Set(inClickHouse.map(({ traceId }) => traceId))];
  const warnings = await Promise.all(traceIds.map((traceId) => readJaegerWarnings(stack.jaegerUrl, traceId)));
  expect(warnings.flat().filter((warning) => warning.includes('shopping_chat.'))).toEqual([]);
});

test('every span of the chat has a length', () => {
  const ofChat = inClickHouse.filter(({ name }) => name.startsWith('shopping_chat.'));
  expect(ofChat.length).toBeGreaterThan(10);
  expect(ofChat.filter(({ start, end }) => end - start < 1_000_000n)).toEqual([]);
});

test('Jaeger has one trace for each conversation of a chat session', () => {
  const sessions = inJaeger.map((spans) => chatEventsBySession(spans).map(({ length }) => length));
  expect(sessions).toEqual([[11], [22], [3], [6], [2]]);
});

test('a conversation over two pages is one trace down to the model calls, in Jaeger too', () => {
  const [spans = []] = inJaeger;
  expect(traceTree(spans)).toBe(fiveTurnsTree);
  expect(timeProblems(spans)).toEqual([]);
});

function inOneOrder(spans: readonly StoredSpan[]): StoredSpan[] {
  return spans
    .map((span) => ({
      ...span,
      events: span.events.toSorted((a, b) => Number(a.time - b.time) || (a.name < b.name ? -1 : 1)),
    }))
    .sort((a, b) => (a.spanId < b.spanId ? -1 : 1));
}
