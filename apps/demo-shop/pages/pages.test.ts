import { chromiumLaunchOptions } from '@chatspan-tools/browsers/chromium';
import type { Browser, Page } from 'playwright';
import { chromium } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { RunningShop } from '../server/serve-shop.ts';
import { serveShop } from '../server/serve-shop.ts';

const paths = [
  '/',
  '/category/outerwear',
  '/category/footwear?kind=hiking+boots&sort=-price',
  '/products/431374',
  '/products/640118',
  '/search?q=merino',
  '/search?q=no+such+thing',
  '/search',
  '/help',
  '/checkout',
];

let shop: RunningShop;
let browser: Browser;
let page: Page;
let complaints: string[] = [];

beforeAll(async () => {
  const nowhere = 'http://127.0.0.1:9';
  shop = await serveShop({ port: 0, clickhouseUrl: nowhere, otlpUrl: nowhere, chatUrl: nowhere });
  browser = await chromium.launch(await chromiumLaunchOptions());
  page = await browser.newPage();
  // The event panel asks the chat backend which failures are on.
  const flags = { slowModel: false, toolError: false, rateLimited: false, streamCut: false, refuse: false };
  const headers = { 'Access-Control-Allow-Origin': '*' };
  await page.route(`${nowhere}/flags`, (route) => route.fulfill({ headers, json: flags }));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
});

afterAll(async () => {
  await browser.close();
  await shop.close();
});

beforeEach(async () => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(`${shop.url}/help`);
  await page.evaluate(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
  complaints = [];
});

describe.each([1280, 360])('at %i px', (width) => {
  test.each(paths)('%s loads without a complaint and without horizontal scroll', async (path) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(shop.url + path, { waitUntil: 'networkidle' });
    const seen = await page.evaluate(() => ({
      overflow: document.documentElement.scrollWidth - window.innerWidth,
      headings: document.querySelectorAll('h1').length,
      landmarks: ['header', 'main', 'footer', 'search'].filter((tag) => document.querySelector(tag) === null),
      brokenImages: [...document.images].filter((image) => image.complete && image.naturalWidth === 0).length,
    }));
    expect(seen).toEqual({ overflow: 0, headings: 1, landmarks: [], brokenImages: 0 });
    expect(complaints).toEqual([]);
  });
});

async function tabThrough(stops: number): Promise<(string | null)[]> {
  const reached: (string | null)[] = [];
  for (let i = 0; i < stops; i++) {
    await page.keyboard.press('Tab');
    reached.push(await page.evaluate(() => document.activeElement?.getAttribute('data-testid') ?? null));
  }
  return reached;
}

test('the keyboard reaches the controls of the header in reading order, and the skip link works', async () => {
  await page.goto(`${shop.url}/`);
  expect(await tabThrough(11)).toEqual([
    'skip-link',
    'logo',
    'search-input',
    'search-submit',
    'go-to-checkout',
    'nav-outerwear',
    'nav-midlayer',
    'nav-trousers',
    'nav-footwear',
    'nav-accessories',
    'nav-help',
  ]);
  await page.goto(`${shop.url}/products/431374`);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await tabThrough(3)).toEqual(['crumb-home', 'crumb-category', 'size-M']);
});

test('a product is put into the basket, seen at the checkout and ordered by keyboard alone', async () => {
  await page.goto(`${shop.url}/products/431374`);
  await page.getByTestId('size-M').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByText('Size L is in your basket.').waitFor();
  expect(await page.getByTestId('basket-count').textContent()).toBe('1 in the basket');

  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/checkout');
  await page.getByTestId('more-431374-L').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  expect(await page.getByTestId('total-total').textContent()).toBe('€987');

  for (const [field, value] of [
    ['name', 'A'],
    ['email', 'a@example.com'],
    ['street', 'B 1'],
    ['postcode', '1'],
    ['town', 'C'],
  ] as const) {
    await page.getByTestId(`order-${field}`).fill(value);
  }
  await page.keyboard.press('Enter');
  await page.getByText('Nothing was ordered or sent.').waitFor();
  expect(await page.getByTestId('basket-count').textContent()).toBe('0 in the basket');
  expect(complaints).toEqual([]);
});

test('going to the checkout closes the chat from outside before the page is left', async () => {
  await page.goto(`${shop.url}/`);
  await page.evaluate(() => {
    const chat = window.clarityChat;
    if (chat === undefined) throw new Error('The widget has not started.');
    const close = chat.close.bind(chat);
    chat.close = () => {
      sessionStorage.setItem('closed at', location.pathname);
      close();
    };
  });
  await page.getByTestId('go-to-checkout').click();
  await page.waitForURL('**/checkout');
  expect(await page.evaluate(() => sessionStorage.getItem('closed at'))).toBe('/');
});

test('each page has the trigger places of its kind, with the ids of what it shows', async () => {
  const places = async (path: string) => {
    await page.goto(shop.url + path);
    return page
      .locator('[data-clarity-trigger]')
      .evaluateAll((all) =>
        all.map((place) => [
          place.getAttribute('data-clarity-trigger'),
          place.getAttribute('data-clarity-product-ids'),
        ]),
      );
  };
  expect(await places('/products/431374')).toEqual([['PDP_EMBEDDED', '431374']]);
  expect(await places('/search?q=merino+sweater')).toEqual([['SEARCH_SUGGESTION', '217074,217081']]);
  expect(await places('/category/outerwear?kind=puffer+jacket')).toEqual([
    ['PLP_BANNER', '531284,061215'],
    ['PLP_EMBEDDED', '531284,061215'],
  ]);
});

test('the widget finds its configuration and its tracker', async () => {
  await page.goto(`${shop.url}/`);
  expect(await page.evaluate(() => window.clarityConfig)).toEqual({
    agentId: 'demo',
    chatUrl: 'http://127.0.0.1:9',
    locale: 'en',
    currency: 'EUR',
  });
  expect(await page.evaluate(() => typeof window.exponea?.track)).toBe('function');
});

test('a basket that is not a basket is an empty one', async () => {
  await page.evaluate(() => localStorage.setItem('northfell.basket', '[{"productId":1},"x",null]'));
  await page.goto(`${shop.url}/checkout`);
  await page.getByText('Your basket is empty.').waitFor();
  await page.evaluate(() => localStorage.setItem('northfell.basket', '{'));
  await page.reload();
  await page.getByText('Your basket is empty.').waitFor();
  expect(complaints).toEqual([]);
});
