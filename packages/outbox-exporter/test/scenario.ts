import type { Browser, Page } from 'playwright';
import { chromium } from 'playwright';
import { afterAll, beforeAll } from 'vitest';
import type { OutboxStats } from '../src/index.ts';
import { chromiumLaunch } from './chromium-launch.ts';
import type { Deliveries } from './deliveries.ts';
import { useReceiver } from './deliveries.ts';

/** A receiver and a browser for all tests of a file. */
export interface Scenario extends Deliveries {
  browser(): Browser;
}

/** Starts receiver and browser before the tests of this file, and ends them after. */
export function useScenario(): Scenario {
  const deliveries = useReceiver();
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch(await chromiumLaunch());
  });
  afterAll(() => browser.close());
  return { ...deliveries, browser: () => browser };
}

/** Ends one span of each name in the page. */
export function endSpans(page: Page, names: string[]): Promise<void> {
  return page.evaluate((all) => window.outboxPage.end(all), names);
}

export function statsOf(page: Page): Promise<OutboxStats> {
  return page.evaluate(() => window.outboxPage.stats());
}
