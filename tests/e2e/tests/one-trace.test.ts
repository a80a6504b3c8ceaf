import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { answerLags } from '../src/answer-lags.ts';
import { DEADLINE } from '../src/deadline.ts';
import { desktop, launchBrowser, openTab } from '../src/open-tab.ts';
import { fiveTurns } from '../src/scenario/five-turns.ts';
import { fiveTurnsTree } from '../src/scenario/five-turns-tree.ts';
import { Shopper } from '../src/shopper.ts';
import type { LocalShop } from '../src/start-local-shop.ts';
import { startLocalShop } from '../src/start-local-shop.ts';
import type { StoredSpan } from '../src/stored-span.ts';
import { readSpans } from '../src/stored-span.ts';
import { timeProblems } from '../src/time-problems.ts';
import { traceTree } from '../src/trace-tree.ts';

const ratedCalls = `
  SELECT rating.action AS action, rating.page_url AS rated_on, turn.seq AS turn, turn.page_url AS asked_on,
    turn.end_reason AS end_reason, call.SpanName AS call
  FROM otel.chat_events AS rating FINAL
  JOIN otel.chat_turns AS turn FINAL ON turn.trace_id = rating.trace_id AND turn.span_id = rating.turn_span_id
  JOIN otel.otel_traces AS call FINAL
    ON call.TraceId = rating.trace_id AND call.SpanAttributes['gen_ai.response.id'] = rating.gen_ai_response_id
  WHERE rating.gen_ai_response_id != '' AND call.ServiceName = 'chatspan-chat-backend'`;

let shop: LocalShop;
let browser: Browser;
let spans: StoredSpan[];

beforeAll(async () => {
  shop = await startLocalShop();
  browser = await launchBrowser();
  const shopper = new Shopper(await openTab(browser, desktop), shop.url, desktop);
  await fiveTurns(shopper, shop);
  await vi.waitFor(async () => {
    spans = await readSpans(shop.reader);
    expect(spans.filter(({ name }) => name === 'shopping_chat.activity')).toHaveLength(2);
  }, DEADLINE);
});

afterAll(async () => {
  await browser?.close();
  await shop?.close();
});

test('a conversation over two pages, with failures and retries, is one trace down to the model calls', () => {
  expect(new Set(spans.map(({ traceId }) => traceId)).size).toBe(1);
  expect(traceTree(spans)).toBe(fiveTurnsTree);
});

test('every span of both services names the chat session and the conversation', () => {
  const told = spans
    .filter(({ name }) => name !== 'POST')
    .map(({ attributes }) => [attributes['shopping_chat.session.id'], attributes['gen_ai.conversation.id']]);
  const [first] = told;
  expect(first).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/), expect.stringMatching(/^[0-9a-f-]{36}$/)]);
  expect(told).toEqual(told.map(() => first));
});

test('no child starts before its parent, and within a span nothing runs backwards', () => {
  expect(timeProblems(spans)).toEqual([]);
});

test('one query leads from a rating to the turn and to the model call that it is about', async () => {
  const rated = async () => {
    const result = await shop.reader.query({ query: ratedCalls, format: 'JSONEachRow' });
    return result.json();
  };
  // Views fill the tables of events and turns a moment after the spans.
  await expect.poll(rated, DEADLINE).toEqual([
    {
      action: 'thumbs_down',
      rated_on: `${shop.url}/products/431402`,
      turn: 3,
      asked_on: `${shop.url}/`,
      end_reason: 'answered',
      call: 'chat mock-shop-1',
    },
  ]);
});

test('the page and the chat backend agree on when an answer began and ended', () => {
  const lags = answerLags(spans);
  expect(lags).toHaveLength(3);
  // Loopback. The middle of three: one hiccup of a busy machine is no disagreement.
  const middle = (values: number[]) => values.toSorted((a, b) => a - b)[1];
  const firstByte = middle(lags.map((lag) => Math.abs(lag.firstByte)));
  const end = middle(lags.map((lag) => Math.abs(lag.end)));
  expect(firstByte, `lags in ms: ${JSON.stringify(lags)}`).toBeLessThan(50);
  expect(end, `lags in ms: ${JSON.stringify(lags)}`).toBeLessThan(50);
});
