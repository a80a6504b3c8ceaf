import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { FakeAnswers } from './browse-test/fake-clickhouse.ts';
import type { PanelStage, PanelVisit } from './browse-test/panel-stage.ts';
import { openPanelStage, sessionId } from './browse-test/panel-stage.ts';

let stage: PanelStage;
let visit: PanelVisit;
let page: Page;
let answers: FakeAnswers;

beforeAll(async () => {
  stage = await openPanelStage();
  answers = stage.clickhouse.answers;
});
afterAll(() => stage.close());
beforeEach(async () => {
  visit = await stage.visit('events');
  page = visit.page;
});

const names = () =>
  page
    .getByTestId('panel-event')
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-event-name')));

test('without a chat session the panel explains itself and asks ClickHouse nothing', async () => {
  await page.getByTestId('panel-message').getByText('No chat session yet.').waitFor();
  expect(stage.clickhouse.askedFor()).toEqual([]);
});

test('events of this session are listed latest first, with the gap between them', async () => {
  answers.events = [
    { seq: 4, event_name: 'shopping_chat.url_click' },
    { seq: 1, event_name: 'shopping_chat.trigger_clicked' },
  ];
  await visit.beginSession();
  await page.getByTestId('panel-gap').waitFor();
  expect(await names()).toEqual(['shopping_chat.url_click', 'shopping_chat.trigger_clicked']);
  expect(await page.getByTestId('panel-gap').textContent()).toBe('Events 2 to 3 are not in ClickHouse yet.');
  expect(await page.getByTestId('panel-counts').textContent()).toBe('2 events · 2 kinds · 1 trace');
  expect(new Set(stage.clickhouse.askedFor())).toEqual(new Set([sessionId]));
});

test('a new event comes on top, and the opened row below stays open and focused', async () => {
  answers.events = [{ seq: 1, event_name: 'shopping_chat.trigger_clicked' }];
  await visit.beginSession();
  const first = page.getByTestId('panel-event').filter({ hasText: 'trigger_clicked' });
  await first.locator('summary').focus();
  await page.keyboard.press('Enter');
  await first.getByText('text_url 1').last().waitFor();

  answers.events = [{ seq: 2, event_name: 'shopping_chat.url_click' }, ...answers.events];
  await page.getByTestId('panel-event').nth(1).waitFor();
  expect(await names()).toEqual(['shopping_chat.url_click', 'shopping_chat.trigger_clicked']);
  expect(await first.locator('details').getAttribute('open')).toBe('');
  expect(await first.locator('summary').evaluate((summary) => summary === document.activeElement)).toBe(true);
});

test('what ClickHouse no longer has, or refuses to say, is not shown from memory', async () => {
  answers.events = [{ seq: 1, event_name: 'shopping_chat.trigger_clicked' }];
  await visit.beginSession();
  await page.getByTestId('panel-event').waitFor();
  answers.status = 404;
  await page.getByText('ClickHouse refused the query (UNKNOWN_TABLE): There is no table.').waitFor();
  expect(await names()).toEqual([]);
  answers.status = 200;
  answers.events = [];
  await page.getByText('No event of this chat session is in ClickHouse yet.').waitFor();
});

test('the tabs work by arrow keys, and the view that was chosen last is there on the next page', async () => {
  await visit.beginSession();
  await page.getByTestId('panel-tab-events').focus();
  await page.keyboard.press('ArrowRight');
  const trace = page.getByTestId('panel-tab-trace');
  expect(await trace.evaluate((tab) => tab === document.activeElement)).toBe(true);
  expect([await trace.getAttribute('aria-selected'), await trace.getAttribute('aria-controls')]).toEqual([
    'true',
    'panel-view-trace',
  ]);
  await page.getByText('No span of this chat is in ClickHouse yet.').waitFor();
  expect(await page.getByTestId('panel-counts').isVisible()).toBe(false);
  expect(await page.evaluate(() => localStorage.getItem('northfell.panel.view'))).toBe('trace');
});

test('the panel stays closed over page loads until it is opened again, and does not read meanwhile', async () => {
  await visit.beginSession();
  await page.getByTestId('panel-close').click();
  await page.getByTestId('event-panel').waitFor({ state: 'hidden' });
  await page.clock.install();
  await page.getByTestId('nav-footwear').click();
  await page.getByTestId('product-card-520431').waitFor();
  expect(await page.getByTestId('event-panel').isVisible()).toBe(false);
  stage.clickhouse.askedFor();
  await page.clock.runFor(10_000);
  await page.evaluate(() => fetch('/help'));
  expect(stage.clickhouse.askedFor()).toEqual([]);

  await page.clock.resume();
  await page.getByTestId('panel-open').click();
  await page.getByTestId('event-panel').waitFor();
  expect(await page.getByTestId('panel-close').evaluate((button) => button === document.activeElement)).toBe(
    true,
  );
  await expect.poll(() => stage.clickhouse.askedFor().length, { timeout: 5000 }).toBeGreaterThan(0);
});
