import { join } from 'node:path';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { DEADLINE } from '../src/deadline.ts';
import type { Pipeline } from '../src/faults/start-pipeline.ts';
import { startPipeline } from '../src/faults/start-pipeline.ts';
import { desktop, launchBrowser, openTab } from '../src/open-tab.ts';
import { serveBuiltPage } from '../src/serve-built-page.ts';

const SINKS = ['span_events', 'logs', 'logs/dup'] as const;
const EVENTS = 2 * 23;

/**
 * What two chat sessions have in common when the same things happen in them. Without the configuration: a span has it
 * once for all of its events, a log record only where it is new.
 */
const COLUMNS = `* EXCEPT (event_time, trace_id, span_id, span_name, chat_session_id, turn_span_id, config)`;

const ends: (() => Promise<unknown>)[] = [];
let pipeline: Pipeline;
let browser: Browser;
let origin: string;

beforeAll(async () => {
  pipeline = await startPipeline();
  ends.push(pipeline.close);
  const page = await serveBuiltPage(join(import.meta.dirname, '../src/log-page'));
  ends.push(page.close);
  origin = page.origin;
  browser = await launchBrowser();
  ends.push(() => browser.close());
});

afterAll(async () => {
  for (const end of ends.reverse()) await end();
});

type Row = Record<string, unknown>;

async function ask(query: string): Promise<Row[]> {
  return (await pipeline.reader.query({ query, format: 'JSONEachRow' })).json<Row>();
}

/** Plays all events in a page of its own, and returns its chat session when spans and events of it are stored. */
async function play(sink: (typeof SINKS)[number], known: readonly string[]): Promise<string> {
  const page = await openTab(browser, desktop);
  await page.goto(`${origin}/?${new URLSearchParams({ sink, otlp: pipeline.otlpUrl })}`);
  await page.evaluate(() => window.logPage.play());
  return vi.waitFor(async () => {
    const [session] = await ask(`
      SELECT chat_session_id AS id, count() AS events FROM otel.chat_events FINAL
      WHERE NOT has([${known.map((id) => `'${id}'`)}], chat_session_id) GROUP BY id`);
    expect(Number(session?.events)).toBe(EVENTS);
    return String(session?.id);
  }, DEADLINE);
}

test('log-based events are the chat events that span events are, attribute by attribute; in both forms each is there once', async () => {
  const sessions: string[] = [];
  for (const sink of SINKS) sessions.push(await play(sink, sessions));
  const rows = (session: string | undefined) =>
    ask(`SELECT ${COLUMNS} FROM otel.chat_events FINAL WHERE chat_session_id = '${session}' ORDER BY seq`);
  const [asSpanEvents, asLogs, asBoth] = await Promise.all(sessions.map(rows));
  expect(asSpanEvents?.map(({ seq }) => seq)).toEqual(
    Array.from({ length: EVENTS }, (_, index) => index + 1),
  );
  expect(asLogs).toEqual(asSpanEvents);
  expect(asBoth).toEqual(asSpanEvents);
  expect(asLogs).toContainEqual(
    expect.objectContaining({ session_id: 'visit', conversation_id: 'first', page_url: `${origin}/` }),
  );
});

test('each form comes from where it says, and no text is in any of them', async () => {
  const [stored] = await ask(`
    SELECT
      (SELECT count() FROM otel.otel_logs) AS logs,
      (SELECT sum(length(Events.Name)) FROM otel.otel_traces FINAL) AS span_events,
      (SELECT uniqExact(trace_id) FROM otel.chat_events) AS traces`);
  expect(Object.values(stored ?? {}).map(Number)).toEqual([2 * EVENTS, 2 * EVENTS, 3 * 2]);
  const found = await ask(`
    SELECT LogAttributes FROM otel.otel_logs
    WHERE hasAny(mapKeys(LogAttributes), ['shopping_chat.message.text', 'shopping_chat.feedback.text', 'shopping_chat.feedback.target.text'])`);
  expect(found).toEqual([]);
});
