import type { Browser, Page } from 'playwright';
import { chromium } from 'playwright';
import { afterAll, beforeAll } from 'vitest';
import type { OutboxOptions, OutboxStats } from '../src/index.ts';
import type { OtelLine } from './bundle.ts';
import { chromiumLaunch } from './chromium-launch.ts';
import type { PageServer } from './page-server.ts';
import { servePages } from './page-server.ts';
import { Receiver } from './receiver.ts';

/** How long a scenario waits for what has to happen. */
export const SOON: { timeout: number } = { timeout: 10_000 };

/** A receiver and a browser for all tests of a file. */
export interface Scenario {
  receiver: Receiver;
  browser(): Browser;
  /** Options of an outbox that sends to this channel and is quick to come back. */
  options(channel: string): OutboxOptions;
  /** Those spans of which no delivery was acknowledged. */
  missing(channel: string, names: string[]): string[];
  /** Those spans that were acknowledged more than once. */
  repeated(channel: string): string[];
}

/** Starts receiver and browser before the tests of this file, and ends them after. */
export function useScenario(): Scenario {
  const receiver = new Receiver();
  let browser: Browser;
  beforeAll(async () => {
    await receiver.listen();
    browser = await chromium.launch(await chromiumLaunch());
  });
  afterAll(async () => {
    await browser.close();
    await receiver.close();
  });
  return {
    receiver,
    browser: () => browser,
    options: (channel) => ({
      url: `${receiver.origin}/${channel}/v1/traces`,
      initialBackoffMillis: 100,
      maxBackoffMillis: 500,
    }),
    missing: (channel, names) => names.filter((name) => !receiver.deliveries(channel).has(name)),
    repeated: (channel) =>
      [...receiver.deliveries(channel)].flatMap(([name, count]) => (count > 1 ? [name] : [])),
  };
}

/** Serves pages of this OpenTelemetry line to the tests of this group. */
export function usePages(line: OtelLine): () => PageServer {
  let pages: PageServer;
  beforeAll(async () => {
    pages = await servePages(line);
  });
  afterAll(() => pages.close());
  return () => pages;
}

/** Ends one span of each name in the page. */
export function endSpans(page: Page, names: string[]): Promise<void> {
  return page.evaluate((all) => window.outboxPage.end(all), names);
}

export function statsOf(page: Page): Promise<OutboxStats> {
  return page.evaluate(() => window.outboxPage.stats());
}

/** `count` span names that start with `prefix`. */
export function spanNames(prefix: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${prefix} ${index}`);
}
