import type { BrowserContext } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { OTEL_LINES } from './bundle.ts';
import { SOON, spanNames, usePages } from './deliveries.ts';
import { useScenario } from './scenario.ts';

const REPETITIONS = 20;

const scenario = useScenario();

describe.each(OTEL_LINES)('with OpenTelemetry %s', (line) => {
  const pages = usePages(line);
  let context: BrowserContext;
  beforeAll(async () => {
    context = await scenario.browser().newContext();
  });
  afterAll(() => context.close());

  test('no span is lost that ends right before a navigation', async () => {
    const channel = `navigate-${line}`;
    const page = await context.newPage();
    const names: string[] = [];
    await page.goto(pages().page('start', scenario.options(channel)));
    for (let round = 1; round <= REPETITIONS; round += 1) {
      const more = spanNames(`round ${round}`, 10);
      names.push(...more);
      const next = pages().page(`page-${round}`, scenario.options(channel));
      const arrived = page.waitForURL(next);
      await page.evaluate(
        ([last, url]) => {
          window.outboxPage.end(last);
          location.assign(url);
        },
        [more, next] as const,
      );
      await arrived;
    }
    await expect.poll(() => scenario.missing(channel, names), SOON).toEqual([]);
    await page.close();
  });

  test('no span is lost that ends right before its tab is closed', async () => {
    const channel = `close-${line}`;
    const names: string[] = [];
    for (let round = 1; round <= REPETITIONS; round += 1) {
      const more = spanNames(`round ${round}`, 10);
      names.push(...more);
      const page = await context.newPage();
      await page.goto(pages().page(`page-${round}`, scenario.options(channel)));
      await page.evaluate((last) => window.outboxPage.end(last), more);
      await page.close();
    }
    const nextVisit = await context.newPage();
    await nextVisit.goto(pages().page('next-visit', scenario.options(channel)));
    await expect.poll(() => scenario.missing(channel, names), SOON).toEqual([]);
    await nextVisit.close();
  });

  test('more spans than a keepalive request may carry are not lost either', async () => {
    const channel = `large-${line}`;
    const page = await context.newPage();
    await page.goto(pages().page('large', scenario.options(channel)));
    const names = spanNames(`large ${'x'.repeat(500)}`, 300);
    await page.evaluate((last) => window.outboxPage.end(last), names);
    await page.close();
    const nextVisit = await context.newPage();
    await nextVisit.goto(pages().page('next-visit', scenario.options(channel)));
    await expect.poll(() => scenario.missing(channel, names), SOON).toEqual([]);
    await nextVisit.close();
  });
});
