import { chromiumLaunchOptions } from '@chatspan-tools/browsers/chromium';
import type { Browser, BrowserContextOptions, Page } from 'playwright';
import { chromium } from 'playwright';
import type { RunningShop, ServeShopOptions } from '../../../server/serve-shop.ts';
import { serveShop } from '../../../server/serve-shop.ts';
import type { FakeClickhouse } from './fake-clickhouse.ts';
import { startFakeClickhouse } from './fake-clickhouse.ts';

export const sessionId = '00112233445566778899aabbccddeeff';

export interface PanelVisit {
  readonly page: Page;
  /** Stores a chat session as the instrumentation does, in the form that the panel reads. */
  beginSession(): Promise<void>;
}

export interface PanelStage {
  readonly clickhouse: FakeClickhouse;
  readonly shop: RunningShop;
  /** Opens a page of the shop in a fresh browser session with an open panel, and ends the session before. */
  visit(view: 'trace' | 'events', options?: BrowserContextOptions): Promise<PanelVisit>;
  close(): Promise<void>;
}

/** The shop before a fake ClickHouse, and a browser. */
export async function openPanelStage(settings: Partial<ServeShopOptions> = {}): Promise<PanelStage> {
  const clickhouse = await startFakeClickhouse();
  const nowhere = 'http://127.0.0.1:9';
  const shop = await serveShop({
    port: 0,
    clickhouseUrl: clickhouse.url,
    otlpUrl: nowhere,
    chatUrl: nowhere,
    ...settings,
  });
  const browser = await chromium.launch(await chromiumLaunchOptions());
  let last: Page | undefined;
  return {
    clickhouse,
    shop,
    async visit(view, options = {}) {
      await last?.context().close();
      Object.assign(clickhouse.answers, { status: 200, events: [], spans: [] });
      last = await newPage(browser, options);
      const page = last;
      await page.addInitScript((id) => {
        localStorage.setItem('northfell.panel.view', id);
        localStorage.getItem('northfell.panel') ?? localStorage.setItem('northfell.panel', 'open');
      }, view);
      clickhouse.askedFor();
      await page.goto(`${shop.url}/help`);
      const stored = JSON.stringify({ id: sessionId });
      return {
        page,
        beginSession: () => page.evaluate((s) => sessionStorage.setItem('chatspan.session', s), stored),
      };
    },
    async close() {
      await browser.close();
      await Promise.all([shop.close(), clickhouse.close()]);
    },
  };
}

async function newPage(browser: Browser, options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  context.setDefaultTimeout(10_000);
  return context.newPage();
}
