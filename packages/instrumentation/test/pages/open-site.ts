import { chromiumLaunchOptions } from '@chatspan-tools/browsers/chromium';
import type { Browser, BrowserContext, Page } from 'playwright';
import { chromium } from 'playwright';
import { afterAll, beforeAll, expect, inject, onTestFinished } from 'vitest';
import type { RecordedSpan } from '../recorded-span.ts';
import { spanTree } from '../span-tree.ts';
import type { Received } from './receiver.ts';

/** A visitor of the site, whose telemetry arrives under a name of its own. */
export interface Visitor {
  readonly context: BrowserContext;
  /** What went wrong on any page. */
  readonly errors: readonly string[];
  url(query?: Record<string, string>): string;
  /** Opens a page in a new tab. */
  open(query?: Record<string, string>): Promise<Page>;
  received(): Promise<Received>;
  /** Waits until the spans that have arrived are these. */
  expectTree(lines: readonly string[]): Promise<void>;
  /** Waits until so many events have arrived, and gives their numbers. */
  expectEvents(number: number): Promise<number[]>;
}

let browser: Browser | undefined;
let visitors = 0;

/** Starts one browser for the tests of a file. */
export function useBrowser(): void {
  beforeAll(async () => {
    browser = await chromium.launch(await chromiumLaunchOptions());
  });
  afterAll(() => browser?.close());
}

/** Clicks a link and waits until the page that it leads to has been loaded. */
export async function follow(page: Page, link: string): Promise<void> {
  const target = await page.locator(link).evaluate(({ href }: HTMLAnchorElement) => href);
  await page.click(link);
  await page.waitForURL(({ href }) => href === target);
}

export async function visit(): Promise<Visitor> {
  if (!browser) throw new Error('no browser: call useBrowser() at the top of the test file');
  visitors += 1;
  const name = `${process.pid}-${visitors}`;
  const context = await browser.newContext();
  onTestFinished(() => context.close());
  const errors: string[] = [];
  context.on('weberror', (error) => errors.push(`${error.error()}`));
  context.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  const received = async (): Promise<Received> =>
    (await fetch(`${inject('receiverOrigin')}/${name}`)).json() as Promise<Received>;
  const url = (query: Record<string, string> = {}) => {
    const otlp = `${inject('receiverOrigin')}/${name}/v1/traces`;
    return `${inject('siteOrigin')}/?${new URLSearchParams({ otlp, ...query })}`;
  };
  return {
    context,
    errors,
    url,
    received,
    async open(query) {
      const page = await context.newPage();
      await page.goto(url(query));
      return page;
    },
    async expectTree(lines) {
      await expect.poll(async () => spanTree((await received()).spans), { timeout: 15_000 }).toEqual(lines);
    },
    async expectEvents(number) {
      const numbers = async () => numbersOf((await received()).spans);
      await expect.poll(async () => (await numbers()).length, { timeout: 15_000 }).toBe(number);
      return numbers();
    },
  };
}

function numbersOf(spans: readonly RecordedSpan[]): number[] {
  const numbers = spans.flatMap(({ events }) =>
    events.map(({ attributes }) => Number(attributes['shopping_chat.event.seq'])),
  );
  return numbers.toSorted((a, b) => a - b);
}
