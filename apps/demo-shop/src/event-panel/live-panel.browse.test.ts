import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LiveStage } from './browse-test/live-stage.ts';
import { openLiveStage } from './browse-test/live-stage.ts';
import { outline } from './browse-test/outline.ts';

let stage: LiveStage;
beforeAll(async () => {
  stage = await openLiveStage();
});
afterAll(() => stage.close());

const notes = async (page: Page) =>
  (await page.locator('.span-note').allTextContents()).filter((note) => note !== '');

test('a click shows in the panel within two seconds', async () => {
  const page = await stage.visit('/products/431374');
  const clicks = [
    ['chat-floating-trigger', 'trigger_clicked'],
    ['chat-minimize', 'minimize_from_open'],
    ['chat-badge', 'expand_from_minimized'],
    ['chat-resize', 'change_size'],
    ['chat-minimize', 'minimize_from_open'],
  ] as const;
  const waits: number[] = [];
  const seen = new Map<string, number>();
  for (const [control, event] of clicks) {
    const nth = seen.get(event) ?? 0;
    seen.set(event, nth + 1);
    const clickedAt = Date.now();
    await page.getByTestId(control).click();
    await page.locator(`[data-testid="trace-mark"][aria-label*="${event}"]`).nth(nth).waitFor();
    waits.push(Date.now() - clickedAt);
  }
  const median = waits.toSorted((a, b) => a - b)[2];
  console.log(`from a click to its mark in the panel: ${waits.join(', ')} ms, median ${median} ms`);
  expect(median).toBeLessThan(2000);
});

test("the panel's own reads are not traced: each would cause the next one", async () => {
  const page = await stage.visit('/products/431374');
  const exported: string[] = [];
  let reads = 0;
  page.on('request', (request) => {
    if (request.url().endsWith('/v1/traces')) exported.push(request.postData() ?? '');
    if (request.url().includes('/api/queries/')) reads += 1;
  });
  await page.getByTestId('chat-floating-trigger').click();
  await expect.poll(() => reads, { timeout: 10_000 }).toBeGreaterThan(2);
  await page.getByTestId('chat-minimize').click();
  await expect.poll(() => exported.join(), { timeout: 10_000 }).toContain('minimize_from_open');
  expect(exported.join()).not.toContain('/api/queries/');
});

test('a question and its answer are one tree of both services', async () => {
  const page = await stage.visit('/products/431374');
  await page.getByTestId('chat-trigger-PDP_EMBEDDED').getByText('What materials').click();
  await page.locator('[data-span-name="shopping_chat.turn"]').waitFor();
  const agent = [
    '     invoke_agent Northfell assistant',
    '      chat mock-shop-1',
    '      execute_tool search_products',
    '      chat mock-shop-1',
  ];
  await expect.poll(async () => (await outline(page)).slice(-4), { timeout: 10_000 }).toEqual(agent);
  expect((await outline(page)).slice(0, 4)).toEqual([
    'shopping_chat.session',
    ' shopping_chat.activity',
    '  shopping_chat.turn',
    '   POST',
  ]);
  expect(await notes(page)).toEqual([]);
  expect(await page.getByTestId('trace-legend').getByRole('listitem').allTextContents()).toEqual([
    'chatspan-shop',
    'chatspan-chat-backend',
  ]);
});

test('a failure that is switched on in the panel is an error in the waterfall, up to the turn', async () => {
  const page = await stage.visit('/products/431374');
  await page.getByTestId('failures-open').click();
  await page.getByTestId('failure-toolError-once').check();
  await page.getByTestId('failures-count').getByText('1 on').waitFor();
  await page.keyboard.press('Escape');
  await page.getByTestId('chat-trigger-PDP_EMBEDDED').getByText('What materials').click();
  const failed = () =>
    page
      .locator('[data-testid="trace-span"][data-failed]')
      .evaluateAll((rows) =>
        rows.map((row) => [
          row.getAttribute('data-span-name'),
          row.querySelector('.span-error')?.textContent,
        ]),
      );
  await expect.poll(failed, { timeout: 10_000 }).toEqual([
    ['shopping_chat.turn', 'fatal_error'],
    ['POST /ca/v1/agents/{agent_id}/chats/{chat_id}/send-event', 'tool_error'],
    ['invoke_agent Northfell assistant', 'tool_error'],
    ['execute_tool search_products', 'tool_error'],
  ]);
  await expect.poll(() => page.getByTestId('failures-count').textContent(), { timeout: 5000 }).toBe('');
});
