import { chromiumLaunchOptions } from '@chatspan-tools/browsers/chromium';
import type { Browser, Locator, Page } from 'playwright';
import { chromium } from 'playwright';
import { expect } from 'vitest';
import type { FakeAssistant } from './fake-assistant.ts';
import { startFakeAssistant } from './fake-assistant.ts';
import { carouselAnswer } from './sample-answer.ts';
import type { PageOptions, TestShop } from './test-shop.ts';
import { startTestShop } from './test-shop.ts';

export interface Device {
  readonly name: 'desktop' | 'phone';
  readonly viewport: { readonly width: number; readonly height: number };
  /** Value of chat_widget_size when the chat opens, and after one resize. */
  readonly size: 'small' | 'half_screen';
  readonly grown: 'large' | 'full_screen';
}

export const devices: readonly Device[] = [
  { name: 'desktop', viewport: { width: 1280, height: 800 }, size: 'small', grown: 'large' },
  { name: 'phone', viewport: { width: 390, height: 844 }, size: 'half_screen', grown: 'full_screen' },
];

export const [desktop, phone] = devices as [Device, Device];

const defaultAttributes = {
  experiment_id: 'demo-experiment-7',
  experiment_source: 'clarity',
  global_rank: 1,
  throttle_rank: 42,
  global_variant_id: 'demo-variant-b',
  global_variant_name: 'Assistant shown',
};

export const chatConfig =
  '{"agentId":"demo","locale":"en","currency":"EUR","position":"bottom-right","voice":true,"survey":true}';

interface Call {
  readonly type: string;
  readonly properties: Record<string, unknown>;
}

/** One page of the test shop, as a shopper uses it. */
export interface Visit {
  readonly page: Page;
  control(testId: string): Locator;
  /**
   * What was reported since the last call, without the attributes that every event carries; those are checked here.
   */
  reported(): Promise<Record<string, unknown>[]>;
}

export interface Stage {
  readonly assistant: FakeAssistant;
  readonly shop: TestShop;
  /** Opens a page of the shop in a fresh browser session, and ends the session before. */
  visit(device: Device, options?: Partial<PageOptions> & { path?: string }): Promise<Visit>;
  close(): Promise<void>;
}

/** The fake assistant, the test shop and a browser. */
export async function openStage(): Promise<Stage> {
  const assistant = await startFakeAssistant(carouselAnswer);
  let options: PageOptions = { config: {} };
  let last: Page | undefined;
  const shop = await startTestShop(() => options);
  const browser = await chromium.launch(await chromiumLaunchOptions());
  return {
    assistant,
    shop,
    visit: async (device, { path = '/', ...changes } = {}) => {
      const config = {
        agentId: 'demo',
        chatUrl: assistant.url,
        locale: 'en',
        currency: 'EUR',
        bubbleDelayMs: 0,
      };
      options = { ...changes, config: { ...config, ...changes.config } };
      await last?.context().close();
      const page = await newPage(browser, device);
      last = page;
      await page.goto(shop.url + path);
      return visitOf(page);
    },
    close: async () => {
      await browser.close();
      await Promise.all([shop.close(), assistant.close()]);
    },
  };
}

async function newPage(browser: Browser, { name, viewport }: Device): Promise<Page> {
  const touch = name === 'phone';
  const context = await browser.newContext({
    viewport,
    isMobile: touch,
    hasTouch: touch,
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(10_000);
  return context.newPage();
}

function visitOf(page: Page): Visit {
  return {
    page,
    control: (testId) => page.getByTestId(testId),
    reported: async () => {
      const calls = await page.evaluate(() => {
        const recorded = sessionStorage.getItem('test.calls') ?? '[]';
        sessionStorage.removeItem('test.calls');
        return recorded;
      });
      return (JSON.parse(calls) as Call[]).map(({ type, properties }) => {
        expect(type).toBe('clarity');
        expect(properties).toMatchObject(defaultAttributes);
        const others = Object.entries(properties).filter(([name]) => !Object.hasOwn(defaultAttributes, name));
        return Object.fromEntries(others);
      });
    },
  };
}
