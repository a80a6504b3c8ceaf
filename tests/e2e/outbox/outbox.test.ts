import { afterAll, beforeAll, expect, test } from 'vitest';
import { numbersOf, spanIdOf } from './chat.ts';
import { readJaegerSpanIds } from './jaeger-span-ids.ts';
import type { Outcome } from './outcome.ts';
import { outcomeTable } from './outcome.ts';
import { answersLost } from './scenarios/answers-lost.ts';
import { browserKilled } from './scenarios/browser-killed.ts';
import { navigated, tabClosed } from './scenarios/leaving.ts';
import { offlineThenClosed } from './scenarios/offline.ts';
import { receiverBusy } from './scenarios/receiver-busy.ts';
import { receiverDown } from './scenarios/receiver-down.ts';
import { tabKilled } from './scenarios/tab-killed.ts';
import type { Stage } from './stage.ts';
import { openStage } from './stage.ts';

const FULL = process.env.CHATSPAN_FULL === '1';
const DOWN_S = FULL ? 60 : 10;
const AWAY_S = FULL ? 30 : 10;
const REPETITIONS = FULL ? 100 : 10;

let stage: Stage;
const outcomes: Outcome[] = [];

beforeAll(async () => {
  stage = await openStage();
});

afterAll(async () => {
  console.log(outcomeTable(outcomes));
  await stage?.close();
});

/** Keeps outcomes for the table, and gives what the outbox's have to be. */
function outbox<T extends Outcome>(all: readonly T[]): T[] {
  outcomes.push(...all);
  return all.filter(({ exporter }) => exporter === 'outbox');
}

const complete = (sent: number) => ({ sent, arrived: sent, lost: 0, duplicated: 0 });

test(`the Collector is down for ${DOWN_S} s and three page loads: no event of 1,000 is lost or doubled`, async () => {
  expect(outbox(await receiverDown(stage, DOWN_S))).toMatchObject([complete(1_000)]);
});

test(`offline for ${AWAY_S} s and closed, opened online later: no event is lost, and the standard exporter's loss shows`, async () => {
  const all = await offlineThenClosed(stage, AWAY_S);
  expect(outbox(all)).toMatchObject([complete(200)]);
  expect(all.find(({ exporter }) => exporter === 'standard')?.lost).toBeGreaterThan(0);
});

test(`503 and 429 for ${AWAY_S} s: no event is lost, and the receiver is asked less and less often`, async () => {
  const [outcome] = outbox(await receiverBusy(stage, AWAY_S));
  expect(outcome).toMatchObject(complete(200));
  const [first = 0, second = 0, last = 0] = outcome?.requestsByThird ?? [];
  expect(last).toBeLessThan(first);
  // Twenty batches were made meanwhile.
  expect(first + second + last).toBeLessThan(10);
});

test('batches are sent again because answers were lost: ClickHouse and Jaeger show each span once', async () => {
  const [outcome] = outbox(await answersLost(stage));
  expect(outcome).toMatchObject(complete(40));
  expect(outcome?.lostAnswers).toBeGreaterThan(0);
  const { chat } = outcome as NonNullable<typeof outcome>;
  const spanIds = () => readJaegerSpanIds(stage.pipeline.jaegerUrl, chat.session);
  await expect.poll(spanIds, { timeout: 20_000, interval: 100 }).toEqual(numbersOf(chat).map(spanIdOf));
});

test('the browser is killed two seconds after the last click: no event is lost', async () => {
  expect(outbox(await browserKilled(stage, 2))).toMatchObject([complete(30)]);
});

test('the browser is killed amid clicks: no event older than a second is lost', async () => {
  const [older, lastSecond] = outbox(await browserKilled(stage, 0));
  expect(older?.sent).toBeGreaterThan(0);
  expect(lastSecond?.sent).toBeGreaterThan(0);
  expect(older).toMatchObject({ lost: 0, duplicated: 0 });
});

test('of two tabs one is killed: no event of either is lost', async () => {
  expect(outbox(await tabKilled(stage))).toMatchObject([complete(86)]);
});

test(`${REPETITIONS} navigations right after the click: no event is lost`, async () => {
  expect(outbox(await navigated(stage, REPETITIONS))).toMatchObject([complete(REPETITIONS)]);
});

test(`${REPETITIONS} tabs closed right after the click: no event is lost`, async () => {
  expect(outbox(await tabClosed(stage, REPETITIONS))).toMatchObject([complete(REPETITIONS)]);
});
