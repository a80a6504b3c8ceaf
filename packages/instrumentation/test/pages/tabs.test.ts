import { expect, test } from 'vitest';
import { useBrowser, visit } from './open-site.ts';

useBrowser();

test('two tabs are two independent chats', async () => {
  const visitor = await visit();
  const [first, second] = [await visitor.open(), await visitor.open()];
  await first.click('#trigger_clicked');
  await second.click('#trigger_clicked');
  await first.click('#product_select');
  await second.click('#chat_closed');
  await first.reload();
  await first.click('#chat_closed');
  await Promise.all([first.close(), second.close()]);
  await visitor.expectTree([
    'trace 1: shopping_chat.session',
    '  shopping_chat.activity hidden: trigger_clicked#1 product_select#2',
    '  shopping_chat.activity closed: chat_closed#3',
    'trace 2: shopping_chat.session',
    '  shopping_chat.activity closed: trigger_clicked#1 chat_closed#2',
  ]);
});

test('a duplicated tab continues the same chat without collisions', async () => {
  const visitor = await visit();
  const page = await visitor.open();
  await page.click('#trigger_clicked');
  await page.click('#minimize_from_open');
  await page.waitForFunction(() => sessionStorage.getItem('chatspan.session')?.includes('"seq":2'));
  const opened = visitor.context.waitForEvent('page');
  // A tab that a page opens, as one that is duplicated, begins with a copy of its session storage.
  await page.evaluate(() => window.open(location.href));
  const copy = await opened;
  await copy.waitForLoadState();
  await page.click('#expand_from_minimized');
  await copy.click('#product_select');
  await copy.close();
  await page.close();
  await visitor.expectTree([
    'trace 1: shopping_chat.session',
    '  shopping_chat.activity minimized: trigger_clicked#1 minimize_from_open#2',
    '  shopping_chat.activity hidden: expand_from_minimized#3',
    '  shopping_chat.activity hidden: product_select#3',
  ]);
  const { spans } = await visitor.received();
  const identities = spans.flatMap(({ traceId, spanId, events }) =>
    events.map(({ attributes }) => `${traceId} ${spanId} ${attributes['shopping_chat.event.seq']}`),
  );
  expect(new Set(identities).size).toBe(4);
  expect(new Set(spans.map(({ spanId }) => spanId)).size).toBe(4);
});
