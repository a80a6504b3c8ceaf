import { expect, test } from 'vitest';
import { useBrowser, visit } from './open-site.ts';

useBrowser();

const ONE_TO_TEN = Array.from({ length: 10 }, (_, index) => index);

test('ten tabs closed right after a click lose nothing', async () => {
  const visitor = await visit();
  for (const _ of ONE_TO_TEN) {
    const page = await visitor.open();
    await page.click('#trigger_clicked');
    await page.click('#user_respond');
    await page.close();
  }
  expect(await visitor.expectEvents(20)).toEqual([...ONE_TO_TEN.map(() => 1), ...ONE_TO_TEN.map(() => 2)]);
  await visitor.expectTree(
    ONE_TO_TEN.flatMap((index) => [
      `trace ${index + 1}: shopping_chat.session`,
      '  shopping_chat.activity hidden: trigger_clicked#1',
      '    shopping_chat.turn abandoned: user_respond#2',
    ]),
  );
});

test('ten tabs that close themselves within the click lose nothing', async () => {
  const visitor = await visit();
  const opener = await visitor.open();
  for (const _ of ONE_TO_TEN) {
    const opened = visitor.context.waitForEvent('page');
    await opener.evaluate(() => window.open(location.href));
    const page = await opened;
    await page.waitForLoadState();
    const closed = page.waitForEvent('close');
    await page.evaluate(() => {
      document.querySelector('#trigger_clicked')?.addEventListener('click', () => window.close());
    });
    await page.click('#trigger_clicked').catch(() => {});
    await closed;
  }
  expect(await visitor.expectEvents(10)).toEqual(ONE_TO_TEN.map(() => 1));
});

test('ten events of the largest size survive when the page is left at the same moment', async () => {
  const visitor = await visit();
  const page = await visitor.open();
  await page.evaluate(() => {
    for (const id of ['burst_10', 'url_click']) document.querySelector<HTMLElement>(`#${id}`)?.click();
  });
  expect(await visitor.expectEvents(11)).toEqual(Array.from({ length: 11 }, (_, index) => index + 1));
});

test('ten events of the largest size survive when the tab is closed at once', async () => {
  const visitor = await visit();
  const page = await visitor.open();
  await page.click('#burst_10');
  await page.close();
  expect(await visitor.expectEvents(10)).toEqual(Array.from({ length: 10 }, (_, index) => index + 1));
});

test('a page that is left loses nothing when it has as much to send as is still in flight', async () => {
  const visitor = await visit();
  const page = await visitor.open();
  await page.evaluate(async () => {
    const click = (id: string) => document.querySelector<HTMLElement>(`#${id}`)?.click();
    click('burst_10');
    // Asks something of the instrumentation, which records first.
    click('answer');
    // The export after the widget's code; its answer takes another task.
    await Promise.resolve();
    click('burst_3');
    click('url_click');
  });
  expect(await visitor.expectEvents(14)).toEqual(Array.from({ length: 14 }, (_, index) => index + 1));
  const { bytes } = await visitor.received();
  expect(bytes.length).toBe(2);
  expect(Math.min(...bytes)).toBeGreaterThan(24_000);
});

test('a hundred events of the largest size are exported in few requests, none above 300 kB', async () => {
  const visitor = await visit();
  const page = await visitor.open();
  await page.click('#burst_100');
  // The last activity ends with the page, when all the others have been exported.
  await expect
    .poll(async () => (await visitor.received()).bytes.length, { timeout: 15_000 })
    .toBeGreaterThan(2);
  await page.close();
  expect(await visitor.expectEvents(100)).toEqual(Array.from({ length: 100 }, (_, index) => index + 1));
  const { bytes } = await visitor.received();
  expect(bytes.length).toBeLessThan(8);
  expect(Math.max(...bytes)).toBeLessThan(300_000);
});
