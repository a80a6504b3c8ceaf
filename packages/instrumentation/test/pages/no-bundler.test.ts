import { expect, test } from 'vitest';
import { useBrowser, visit } from './open-site.ts';

useBrowser();

test.each([
  'sdk widget chatspan start',
  'sdk chatspan start widget',
  'chatspan start sdk widget',
  'chatspan start widget sdk',
  'widget chatspan start sdk',
])('a page without a bundler records a chat with its scripts in the order %s', async (scripts) => {
  const visitor = await visit();
  const page = await visitor.open({ scripts });
  await page.click('#trigger_clicked');
  await page.click('#user_respond');
  await page.click('#chat_closed');
  await page.close();
  await visitor.expectTree([
    'trace 1: shopping_chat.session',
    '  shopping_chat.activity closed: trigger_clicked#1 chat_closed#3',
    '    shopping_chat.turn abandoned: user_respond#2',
  ]);
  // A violation of the page's policy, which allows no eval, would be one.
  expect(visitor.errors).toEqual([]);
});

test('events from before a page without a bundler loaded OpenTelemetry are not lost', async () => {
  const visitor = await visit();
  const page = await visitor.open({ scripts: 'widget chatspan start' });
  await page.click('#trigger_clicked');
  await page.click('#product_select');
  await page.addScriptTag({ url: '/sdk.js' });
  await page.click('#chat_closed');
  await page.close();
  await visitor.expectTree([
    'trace 1: shopping_chat.session',
    '  shopping_chat.activity closed: trigger_clicked#1 product_select#2 chat_closed#3',
  ]);
  expect(visitor.errors).toEqual([]);
});

test('a page without OpenTelemetry works as before, and nothing is stored', async () => {
  const visitor = await visit();
  const page = await visitor.open({ scripts: 'widget chatspan start' });
  await page.click('#trigger_clicked');
  await page.click('#chat_closed');
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  await page.close();
  expect([visitor.errors, (await visitor.received()).spans]).toEqual([[], []]);
});
