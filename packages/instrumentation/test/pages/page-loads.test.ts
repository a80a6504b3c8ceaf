import { expect, test } from 'vitest';
import { follow, useBrowser, visit } from './open-site.ts';

useBrowser();

test('one chat over three page loads is one trace, whose root arrives first', async () => {
  const visitor = await visit();
  const page = await visitor.open({ delay: '100' });
  await page.click('#trigger_clicked');
  await page.click('#user_respond');
  await page.click('#answer');
  await page.click('#minimize_from_open');
  await page.click('#expand_from_minimized');
  await page.locator('#next').evaluate((link: HTMLAnchorElement) => {
    link.search += '&limits={"activityIdleMillis":2000}';
  });
  await follow(page, '#next');
  await page.click('#product_select');
  await expect
    .poll(async () => JSON.stringify(await visitor.received()), { timeout: 15_000 })
    .toContain('"idle"');
  await page.click('#product_select');
  await page.reload();
  await page.click('#user_respond');
  await page.click('#chat_closed');
  await visitor.expectTree([
    'trace 1: shopping_chat.session',
    '  shopping_chat.activity minimized: trigger_clicked#1 minimize_from_open#3',
    '    shopping_chat.turn answered: user_respond#2',
    '  shopping_chat.activity hidden: expand_from_minimized#4',
    '  shopping_chat.activity idle: product_select#5',
    '  shopping_chat.activity hidden: product_select#6',
    '  shopping_chat.activity closed: chat_closed#8',
    '    shopping_chat.turn abandoned: user_respond#7',
  ]);
  const { spans } = await visitor.received();
  expect(spans[0]?.name).toBe('shopping_chat.session');
  expect(new Set(spans.map(({ attributes }) => attributes['shopping_chat.session.id'])).size).toBe(1);
  expect(visitor.errors).toEqual([]);
});

test('ten page loads, each right after a click, lose nothing', async () => {
  const visitor = await visit();
  const page = await visitor.open();
  for (let count = 0; count < 10; count += 1) {
    await page.click('#product_select');
    // This link reports its own click and leaves the page in one go.
    await follow(page, '#url_click');
  }
  expect(await visitor.expectEvents(20)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  await visitor.expectTree([
    'trace 1: shopping_chat.session',
    ...Array.from(
      { length: 10 },
      (_, index) =>
        `  shopping_chat.activity hidden: product_select#${2 * index + 1} url_click#${2 * index + 2}`,
    ),
  ]);
  expect(visitor.errors).toEqual([]);
});

test.each([
  ['sampled', {}, { unsampled: '' }, 2],
  ['not sampled', { unsampled: '' }, {}, 0],
])('a chat whose first page is %s stays so on later pages', async (_what, first, second, spans) => {
  const visitor = await visit();
  const page = await visitor.open(first);
  await page.click('#trigger_clicked');
  await page.goto(visitor.url(second));
  await page.click('#chat_closed');
  await page.goto('about:blank');
  if (spans > 0) await visitor.expectEvents(spans);
  // Another chat of the same visitor: what came before it has arrived.
  const other = await visitor.open();
  await other.click('#chat_closed');
  await other.goto('about:blank');
  await expect
    .poll(async () => (await visitor.received()).spans.length, { timeout: 15_000 })
    .toBeGreaterThan(0);
  const numbers = (await visitor.received()).spans.map(({ events }) => events.length).filter(Boolean);
  expect(numbers).toEqual(spans > 0 ? [1, 1, 1] : [1]);
});
