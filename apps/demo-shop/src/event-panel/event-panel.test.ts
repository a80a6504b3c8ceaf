import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright';
import { chromium } from 'playwright';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { chromiumLaunchOptions } from '../../../../chromium.ts';
import type { RunningShop } from '../../server/serve-shop.ts';
import { serveShop } from '../../server/serve-shop.ts';

interface Answer {
  status: number;
  rows: { seq: number; event_name: string }[];
}

const sessionId = '00112233445566778899aabbccddeeff';
const answer: Answer = { status: 200, rows: [] };
let askedFor: (string | null)[] = [];
let clickhouse: Server;
let shop: RunningShop;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  clickhouse = createServer((request, response) => {
    askedFor.push(new URL(request.url ?? '/', 'http://clickhouse').searchParams.get('param_session'));
    response.statusCode = answer.status;
    const data = answer.rows.map((row) => ({
      ...row,
      event_time: `2026-03-01 10:00:0${row.seq}`,
      event_time_ms: 1772359200000 + row.seq * 1000,
      trace_id: 'aa',
      span_id: 'bb',
      span_name: 'shopping_chat.activity',
      widget_state: 'open',
      link_type: `text_url ${row.seq}`,
      events_in_session: answer.rows.length,
    }));
    response.end(answer.status === 200 ? JSON.stringify({ data }) : 'Code: 60. DB::Exception: no table');
  });
  await new Promise<void>((resolve) => clickhouse.listen(0, '127.0.0.1', resolve));
  const clickhouseUrl = `http://127.0.0.1:${(clickhouse.address() as AddressInfo).port}`;
  const elsewhere = { otlpUrl: 'http://127.0.0.1:9', chatUrl: 'http://127.0.0.1:9' };
  shop = await serveShop({ port: 0, clickhouseUrl, ...elsewhere });
  browser = await chromium.launch(await chromiumLaunchOptions());
  page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
});

afterAll(async () => {
  await browser.close();
  await shop.close();
  clickhouse.closeAllConnections();
  await new Promise((resolve) => clickhouse.close(resolve));
});

beforeEach(async () => {
  Object.assign(answer, { status: 200, rows: [] });
  askedFor = [];
  await page.goto(`${shop.url}/help`);
  await page.evaluate(() => {
    sessionStorage.clear();
    localStorage.clear();
  });
  await page.reload();
});

const storeSession = () =>
  page.evaluate((id) => sessionStorage.setItem('chatspan.session', JSON.stringify({ id })), sessionId);
const names = () =>
  page
    .getByTestId('panel-event')
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-event-name')));

test('without a chat session the panel explains itself and asks ClickHouse nothing', async () => {
  await page.getByTestId('panel-message').getByText('No chat session yet.').waitFor();
  expect(askedFor).toEqual([]);
});

test('events of this session are listed latest first, with the gap between them', async () => {
  answer.rows = [
    { seq: 4, event_name: 'shopping_chat.url_click' },
    { seq: 1, event_name: 'shopping_chat.trigger_clicked' },
  ];
  await storeSession();
  await page.getByTestId('panel-gap').waitFor();
  expect(await names()).toEqual(['shopping_chat.url_click', 'shopping_chat.trigger_clicked']);
  expect(await page.getByTestId('panel-gap').textContent()).toBe('Events 2 to 3 are not in ClickHouse yet.');
  expect(await page.getByTestId('panel-counts').textContent()).toBe('2 events · 2 kinds · 1 trace');
  expect(new Set(askedFor)).toEqual(new Set([sessionId]));
});

test('a new event comes on top, and the opened row below stays open and focused', async () => {
  answer.rows = [{ seq: 1, event_name: 'shopping_chat.trigger_clicked' }];
  await storeSession();
  const first = page.getByTestId('panel-event').filter({ hasText: 'trigger_clicked' });
  await first.locator('summary').focus();
  await page.keyboard.press('Enter');
  await first.getByText('text_url 1').last().waitFor();

  answer.rows = [{ seq: 2, event_name: 'shopping_chat.url_click' }, ...answer.rows];
  await page.getByTestId('panel-event').nth(1).waitFor();
  expect(await names()).toEqual(['shopping_chat.url_click', 'shopping_chat.trigger_clicked']);
  expect(await first.locator('details').getAttribute('open')).toBe('');
  expect(await first.locator('summary').evaluate((summary) => summary === document.activeElement)).toBe(true);
});

test('what ClickHouse no longer has, or refuses to say, is not shown from memory', async () => {
  answer.rows = [{ seq: 1, event_name: 'shopping_chat.trigger_clicked' }];
  await storeSession();
  await page.getByTestId('panel-event').waitFor();
  answer.status = 404;
  await page
    .getByText('ClickHouse refused the query (status 404): Code: 60. DB::Exception: no table')
    .waitFor();
  expect(await names()).toEqual([]);
  answer.status = 200;
  answer.rows = [];
  await page.getByText('No event of this chat session is in ClickHouse yet.').waitFor();
});

test('the panel stays closed over page loads until it is opened again, and does not read meanwhile', async () => {
  await storeSession();
  await page.getByTestId('panel-close').click();
  await page.getByTestId('event-panel').waitFor({ state: 'hidden' });
  await page.reload();
  await page.getByTestId('panel-open').waitFor();
  askedFor = [];
  await page.getByTestId('nav-footwear').click();
  await page.getByTestId('product-card-520431').waitFor();
  expect(await page.getByTestId('event-panel').isVisible()).toBe(false);
  expect(askedFor).toEqual([]);
  await page.getByTestId('panel-open').click();
  await page.getByTestId('event-panel').waitFor();
  expect(await page.getByTestId('panel-close').evaluate((button) => button === document.activeElement)).toBe(
    true,
  );
  await expect.poll(() => askedFor.length, { timeout: 5000 }).toBeGreaterThan(0);
});
