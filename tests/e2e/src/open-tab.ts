import { chromiumLaunchOptions } from '@chatspan-tools/browsers/chromium';
import type { Browser, BrowserContextOptions, Page } from 'playwright';
import { chromium } from 'playwright';

export const desktop: BrowserContextOptions = { viewport: { width: 1280, height: 800 } };

export const phone: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  isMobile: true,
  hasTouch: true,
};

export async function launchBrowser(): Promise<Browser> {
  return chromium.launch(await chromiumLaunchOptions());
}

/** A tab of a browser that has never been to the shop. */
export async function openTab(browser: Browser, device: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({ ...device, reducedMotion: 'reduce' });
  context.setDefaultTimeout(15_000);
  return context.newPage();
}
