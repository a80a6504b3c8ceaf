import type { Browser, BrowserContextOptions } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEADLINE } from '../src/deadline.ts';
import { keepPicture } from '../src/keep-picture.ts';
import { desktop, launchBrowser, openTab, phone } from '../src/open-tab.ts';
import { Shopper } from '../src/shopper.ts';
import type { LocalShop } from '../src/start-local-shop.ts';
import { startLocalShop } from '../src/start-local-shop.ts';

let shop: LocalShop;
let browser: Browser;

beforeAll(async () => {
  shop = await startLocalShop();
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await shop?.close();
});

async function chatsOnProductPage(device: BrowserContextOptions): Promise<Shopper> {
  const shopper = new Shopper(await openTab(browser, device), shop.url, device);
  await shopper.comesTo('/products/640118');
  await shopper.clicksStarter('PDP_EMBEDDED', 'Is it warm enough for winter?');
  await shopper.isAnswered();
  await shopper.types('What goes well with it?');
  await shopper.isAnswered();
  await shopper.selects(0);
  return shopper;
}

async function picture(shopper: Shopper, name: string): Promise<void> {
  const png = await shopper.page.screenshot({ animations: 'disabled' });
  expect(png.byteLength).toBeLessThan(330_000);
  await keepPicture(name, png);
}

// High enough for every span of the chat.
const high = { ...desktop, viewport: { width: 1280, height: 940 } };

test.each([
  ['shop-desktop', 'light'],
  ['shop-desktop-dark', 'dark'],
] as const)('on a desktop, chat and panel are seen side by side (%s)', async (name, colorScheme) => {
  const shopper = await chatsOnProductPage({ ...high, colorScheme });
  await expect
    .poll(() => shopper.control('trace-summary').textContent(), DEADLINE)
    .toContain('5 chat events');
  await picture(shopper, name);
});

test('on a phone, chat and panel are seen one after the other', async () => {
  const shopper = await chatsOnProductPage({ ...phone, colorScheme: 'light' });
  await picture(shopper, 'shop-phone');
  await shopper.minimizes();
  await shopper.opensEventPanel();
  await expect
    .poll(() => shopper.control('trace-summary').textContent(), DEADLINE)
    .toContain('6 chat events');
  await picture(shopper, 'shop-phone-panel');
});
