import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { PanelStage } from '../browse-test/panel-stage.ts';
import { openPanelStage } from '../browse-test/panel-stage.ts';

const allOff = { slowModel: false, toolError: false, rateLimited: false, streamCut: false, refuse: false };
let flags: Record<string, unknown>;
let isDown: boolean;
let stage: PanelStage;
let page: Page;

const chat = createServer((request, response) => {
  response.setHeader('Access-Control-Allow-Origin', request.headers.origin ?? '*');
  response.setHeader('Access-Control-Allow-Methods', 'GET, PUT');
  response.setHeader('Access-Control-Allow-Headers', 'content-type');
  if (isDown) return void response.destroy();
  let body = '';
  request.on('data', (part) => {
    body += part;
  });
  request.on('end', () => {
    if (request.method === 'PUT') flags = { ...flags, ...JSON.parse(body) };
    response.end(request.method === 'OPTIONS' ? '' : JSON.stringify(flags));
  });
});

beforeAll(async () => {
  await new Promise<void>((resolve) => chat.listen(0, '127.0.0.1', resolve));
  stage = await openPanelStage({ chatUrl: `http://127.0.0.1:${(chat.address() as AddressInfo).port}` });
});
afterAll(async () => {
  await stage.close();
  chat.closeAllConnections();
  await new Promise((resolve) => chat.close(resolve));
});
beforeEach(async () => {
  flags = { ...allOff };
  isDown = false;
  page = (await stage.visit('trace')).page;
});

const choice = (id: string) => page.getByTestId(`failure-${id}`);

test('each failure says what the shopper will see and what the trace will show', async () => {
  await page.getByTestId('failures-open').click();
  const menu = page.getByTestId('failures-menu');
  expect(await menu.getByRole('group').count()).toBe(5);
  expect(await menu.getByRole('term').allTextContents()).toEqual(
    Array.from({ length: 5 }, () => ['Shopper', 'Trace']).flat(),
  );
  expect(await choice('toolError-off').isChecked()).toBe(true);
});

test('a failure is switched on by keyboard, and the button says how many are on', async () => {
  await page.getByTestId('failures-open').click();
  await choice('toolError-off').focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => flags).toEqual({ ...allOff, toolError: 'once' });
  await choice('refuse-always').check();
  await page.getByTestId('failures-count').getByText('2 on').waitFor();
  await page.keyboard.press('Escape');
  await page.getByTestId('failures-menu').waitFor({ state: 'hidden' });
  expect(
    await page.getByTestId('failures-open').evaluate((button) => button === document.activeElement),
  ).toBe(true);
});

test('one that was on once is off again after it happened, without a look at the menu', async () => {
  flags = { ...allOff, streamCut: 'once' };
  await page.reload();
  await page.getByTestId('failures-count').getByText('1 on').waitFor();
  flags = { ...allOff };
  await expect.poll(() => page.getByTestId('failures-count').textContent(), { timeout: 5000 }).toBe('');
});

test('a chat backend that is gone is said in the menu, and nothing can be switched', async () => {
  isDown = true;
  await page.getByTestId('failures-open').click();
  await page.getByText(/The chat backend at http:\S+ cannot be reached\. Is it still running\?/).waitFor();
  expect(await choice('toolError-once').isDisabled()).toBe(true);
  isDown = false;
  await expect.poll(() => choice('toolError-once').isEnabled(), { timeout: 5000 }).toBe(true);
});

test('without an address of Jaeger there is no link to it', async () => {
  expect(await page.getByTestId('trace-jaeger').isHidden()).toBe(true);
});
