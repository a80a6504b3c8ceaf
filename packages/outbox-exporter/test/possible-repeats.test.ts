import type { BrowserContext, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OutboxOptions } from '../src/index.ts';
import { SOON, spanNames, usePages } from './deliveries.ts';
import { statsOf, useScenario } from './scenario.ts';

const REPETITIONS = Number(process.env.CHATSPAN_OUTBOX_EXITS ?? 20);
const SPANS = 5;

const scenario = useScenario();

describe.each(['json', 'protobuf'])('with %s', (format) => {
  const pages = usePages('2.x');
  let context: BrowserContext;
  beforeAll(async () => {
    context = await scenario.browser().newContext();
  });
  afterAll(() => context.close());

  const address = (path: string, channel: string, options: OutboxOptions = {}) =>
    `${pages().page(path, { ...scenario.options(channel), ...options })}&format=${format}`;

  async function navigate(page: Page, url: string, lastSpans: string[]): Promise<void> {
    const arrived = page.waitForURL(url);
    await page.evaluate(
      ([last, next]) => {
        window.outboxPage.end(last);
        location.assign(next);
      },
      [lastSpans, url] as const,
    );
    await arrived;
  }

  async function settled(page: Page): Promise<void> {
    await expect.poll(async () => (await statsOf(page)).pendingBatches, SOON).toBe(0);
  }

  /** Spans received, how often, without those of requests that are marked. */
  const unmarked = (channel: string) => Object.fromEntries(scenario.receiver.unmarkedDeliveries(channel));
  const eachOnce = (names: string[]) => Object.fromEntries(names.map((name) => [name, 1]));

  test(`after ${REPETITIONS} navigations the spans that are not marked are each there once`, async () => {
    const channel = `repeats-navigate-${format}`;
    const page = await context.newPage();
    await page.goto(address('start', channel));
    const names: string[] = [];
    for (let round = 1; round <= REPETITIONS; round += 1) {
      const last = spanNames(`round ${round}`, SPANS);
      names.push(...last);
      await navigate(page, address(`page-${round}`, channel), last);
    }
    await expect.poll(() => scenario.missing(channel, names), SOON).toEqual([]);
    await settled(page);
    console.info(`${format}: ${scenario.repeated(channel).length} of ${names.length} spans came twice`);
    expect(unmarked(channel)).toEqual(eachOnce(names));
    await page.close();
  });

  test(`after ${REPETITIONS} closed tabs the spans that are not marked are each there once`, async () => {
    const channel = `repeats-close-${format}`;
    const names: string[] = [];
    for (let round = 1; round <= REPETITIONS; round += 1) {
      const last = spanNames(`round ${round}`, SPANS);
      names.push(...last);
      const page = await context.newPage();
      await page.goto(address(`page-${round}`, channel));
      await page.evaluate((spans) => window.outboxPage.end(spans), last);
      await page.close();
    }
    const nextVisit = await context.newPage();
    await nextVisit.goto(address('next-visit', channel));
    await expect.poll(() => scenario.missing(channel, names), SOON).toEqual([]);
    await settled(nextVisit);
    console.info(`${format}: ${scenario.repeated(channel).length} of ${names.length} spans came twice`);
    expect(unmarked(channel)).toEqual(eachOnce(names));
    await nextVisit.close();
  });

  test('a receiver that is away at the exit gets every span later, none more than once without a mark', async () => {
    const channel = `repeats-away-${format}`;
    const page = await context.newPage();
    await page.goto(address('start', channel));
    const names: string[] = [];
    for (let round = 1; round <= 5; round += 1) {
      const last = spanNames(`round ${round}`, SPANS);
      names.push(...last);
      await scenario.receiver.close();
      await navigate(page, address(`page-${round}`, channel), last);
      await scenario.receiver.listen();
    }
    await expect.poll(() => scenario.missing(channel, names), SOON).toEqual([]);
    await settled(page);
    const counts = Object.values(unmarked(channel));
    expect(counts.filter((count) => count > 1)).toEqual([]);
    console.info(`${format}: ${names.length - counts.length} of ${names.length} spans came only with a mark`);
    await page.close();
  });

  test('with replayUnconfirmed false nothing comes twice, and what is not sent again is counted', async () => {
    const channel = `repeats-off-${format}`;
    const options = { replayUnconfirmed: false, name: `off-${format}` };
    const page = await context.newPage();
    await page.goto(address('start', channel, options));
    const names: string[] = [];
    for (let round = 1; round <= 10; round += 1) {
      const last = spanNames(`round ${round}`, SPANS);
      names.push(...last);
      await navigate(page, address(`page-${round}`, channel, options), last);
    }
    await settled(page);
    await expect.poll(() => scenario.missing(channel, names), SOON).toEqual([]);
    expect(scenario.repeated(channel)).toEqual([]);
    await page.close();
  });
});
