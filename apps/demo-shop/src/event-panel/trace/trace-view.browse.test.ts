import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { outline } from '../browse-test/outline.ts';
import type { PanelStage, PanelVisit } from '../browse-test/panel-stage.ts';
import { openPanelStage } from '../browse-test/panel-stage.ts';
import type { TraceRow } from '../browse-test/trace-rows.ts';
import { bothQuestions, firstModel, firstQuestion, firstServer, session } from '../browse-test/trace-rows.ts';

let stage: PanelStage;
let visit: PanelVisit;
let page: Page;

beforeAll(async () => {
  stage = await openPanelStage({
    jaegerUrl: 'http://jaeger.example:16686',
    explorerUrl: 'http://explorer.example:8070',
  });
});
afterAll(() => stage.close());
beforeEach(async () => {
  visit = await stage.visit('trace');
  page = visit.page;
});

async function show(spans: TraceRow[]): Promise<void> {
  stage.clickhouse.answers.spans = spans;
  await visit.beginSession();
  await expect.poll(() => page.getByTestId('trace-span').count(), { timeout: 5000 }).toBe(spans.length);
}
const span = (id: string) => page.locator(`[data-span-id="${id}"]`);
const focused = () =>
  page.evaluate(
    () => document.activeElement?.getAttribute('data-span-id') ?? document.activeElement?.ariaLabel,
  );
const text = (testId: string) => page.getByTestId(testId).textContent();

test('spans of both services are nested by their parents, failures marked, idle time cut and said', async () => {
  await show(bothQuestions);
  expect(await outline(page)).toEqual([
    'shopping_chat.session',
    ' shopping_chat.activity',
    '  shopping_chat.turn',
    '   POST',
    '    POST /send-event',
    '     chat mock-shop-1',
    ' shopping_chat.activity',
    '  shopping_chat.turn',
    '   execute_tool search_products',
  ]);
  expect(await text('trace-summary')).toBe('9 spans · 3 chat events · 2 errors · 13.3 s, 12 s of it idle');
  expect(await page.getByTestId('trace-cut').allTextContents()).toEqual(['12 s idle']);
  expect(await page.getByTestId('trace-legend').getByRole('listitem').allTextContents()).toEqual([
    'chatspan-shop',
    'chatspan-chat-backend',
  ]);
  expect(await page.locator('[data-failed] .span-error').allTextContents()).toEqual([
    'fatal_error',
    'tool_error',
  ]);
  expect(await span('m1').locator('.span-gist').textContent()).toBe('40 → 24 tokens');
  expect(await span('m1').locator('.span-duration').textContent()).toBe('800 ms');
});

test('bars lie where their time is, side by side across the cut', async () => {
  await show(bothQuestions);
  const bar = (id: string) =>
    span(id)
      .locator('.span-bar')
      .evaluate((element) => {
        const { left, right } = element.getBoundingClientRect();
        const track = element.parentElement?.getBoundingClientRect() ?? new DOMRect();
        return [left, right].map((x) => Number(((x - track.left) / track.width).toFixed(2)));
      });
  await expect.poll(() => bar('t1')).toEqual([0.01, 0.74]);
  expect(await bar('m1')).toEqual([0.07, 0.66]);
  expect(await bar('t2')).toEqual([0.77, 1]);
});

test('a span whose parent is not there yet waits below the root, and moves to it when it comes', async () => {
  await show([session, firstModel]);
  expect(await outline(page)).toEqual(['shopping_chat.session', ' chat mock-shop-1']);
  expect(await span('m1').locator('.span-note').textContent()).toBe('parent not in ClickHouse yet');
  await span('m1').focus();

  stage.clickhouse.answers.spans = [session, firstModel, firstServer];
  await span('p1').waitFor();
  expect(await outline(page)).toEqual(['shopping_chat.session', ' POST /send-event', '  chat mock-shop-1']);
  expect(await span('m1').locator('.span-note').textContent()).toBe('');
  expect(await focused()).toBe('m1');
});

test('the rows are one tab stop, arrow keys go through them, and what is collapsed stays collapsed', async () => {
  await show(firstQuestion);
  await page.getByTestId('trace-jaeger').focus();
  await page.keyboard.press('Tab');
  expect(await focused()).toBe('s');
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowLeft']) await page.keyboard.press(key);
  expect(await span('t1').getAttribute('aria-expanded')).toBe('false');
  expect((await outline(page)).at(-1)).toBe('  shopping_chat.turn');

  stage.clickhouse.answers.spans = bothQuestions;
  await span('x2').waitFor();
  expect(await span('r1').count()).toBe(0);
  expect(await focused()).toBe('t1');
  await page.keyboard.press('End');
  expect(await focused()).toBe('x2');
  await page.keyboard.press('ArrowLeft');
  expect(await focused()).toBe('t2');
  await page.keyboard.press('Shift+Tab');
  expect(await page.getByTestId('trace-jaeger').evaluate((link) => link === document.activeElement)).toBe(
    true,
  );
});

test('Enter shows what a span says, arrows then show the next one, and Escape leads back to the row', async () => {
  await show(bothQuestions);
  await span('t1').focus();
  await page.keyboard.press('Enter');
  const details = page.getByTestId('trace-details');
  await details.getByText('shopping_chat.turn.end_reason').waitFor();
  expect(await details.getByRole('definition').first().textContent()).toBe('answered');
  expect(await span('t1').getAttribute('aria-selected')).toBe('true');
  await page.keyboard.press('ArrowUp');
  expect(await details.getByTestId('trace-details-event').count()).toBe(2);
  await page.getByTestId('trace-details-close').focus();
  await page.keyboard.press('Escape');
  await details.waitFor({ state: 'hidden' });
  expect(await focused()).toBe('a1');
});

test('the events of a span are marks: by keyboard and by pointer they say what happened', async () => {
  await show(firstQuestion);
  await span('a1').focus();
  await page.keyboard.press('ArrowRight');
  expect(await focused()).toBe('Span event shopping_chat.trigger_clicked, 0 ms after its span began');
  const tooltip = page.getByTestId('trace-tooltip');
  await tooltip.getByText('PDP_EMBEDDED').waitFor();
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-describedby'))).toBe(
    await tooltip.getAttribute('id'),
  );
  await page.keyboard.press('Escape');
  await tooltip.waitFor({ state: 'hidden' });

  await span('a1').getByTestId('trace-mark').nth(1).hover();
  await tooltip.getByText('widget.size').waitFor();
  await span('a1').getByTestId('trace-mark').nth(1).click();
  const event = page.getByTestId('trace-details-event').nth(1);
  expect(await event.textContent()).toContain('change_size');
  expect(await event.getByRole('definition').textContent()).toBe('large');
});

test('zooming in shows one span with what is below it on an axis of its own, and there is a way back', async () => {
  await show(bothQuestions);
  await span('r1').click();
  await page.getByTestId('trace-zoom').click();
  await expect.poll(() => outline(page)).toEqual(['POST', ' POST /send-event', '  chat mock-shop-1']);
  expect(await text('trace-summary')).toBe('3 spans · 0 chat events · 980 ms');
  expect(await page.getByTestId('trace-cut').count()).toBe(0);
  expect(await page.getByTestId('trace-details').isVisible()).toBe(false);
  expect(await focused()).toBe('r1');
  await span('m1').click();
  expect(await page.getByTestId('trace-zoom').isVisible()).toBe(false);

  await page.getByTestId('trace-whole').click();
  await expect.poll(() => page.getByTestId('trace-span').count()).toBe(9);
  expect(await page.getByTestId('trace-whole').isVisible()).toBe(false);
});

test('the link to Jaeger names the trace that is shown', async () => {
  await show(firstQuestion);
  expect(await page.getByTestId('trace-jaeger').getAttribute('href')).toBe(
    'http://jaeger.example:16686/trace/4e4616a7c038f28e92a55a82ba1850fb',
  );
});

test('the panel leads to all chats, also before there is one', async () => {
  expect(await page.getByTestId('all-chats').getAttribute('href')).toBe('http://explorer.example:8070/');
  expect(await page.getByTestId('all-chats').isVisible()).toBe(true);
});

test('a chat session that went on in another trace shows the latest, and offers both', async () => {
  await show(firstQuestion);
  stage.clickhouse.answers.spans = [...firstQuestion, { ...session, TraceId: 'bb', SpanId: 's2' }];
  await span('s2').waitFor();
  expect(await page.getByTestId('trace-span').count()).toBe(1);
  const choice = page.getByTestId('trace-choice');
  expect(await choice.locator('option').allTextContents()).toEqual(['Trace 1 of 2', 'Trace 2 of 2']);
  await choice.selectOption('Trace 1 of 2');
  await span('m1').waitFor();
  expect(await page.getByTestId('trace-span').count()).toBe(6);
});

test.for([
  { width: 360, height: 640 },
  { width: 844, height: 390 },
])('at $width × $height nothing makes the page scroll sideways', async (viewport) => {
  visit = await stage.visit('trace', { viewport, isMobile: true, hasTouch: true });
  page = visit.page;
  await show(bothQuestions);
  const overflow = () =>
    page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  expect(await overflow()).toEqual([viewport.width, viewport.width]);
  await span('m1').tap();
  await page.getByTestId('trace-details').getByText('gen_ai.usage.input_tokens').waitFor();
  expect(await overflow()).toEqual([viewport.width, viewport.width]);
  await page.getByTestId('trace-details-close').tap();
  await page.getByTestId('failures-open').tap();
  await page.getByTestId('failures-menu').waitFor();
  expect(await overflow()).toEqual([viewport.width, viewport.width]);
});

test('who wants no motion gets none', async () => {
  visit = await stage.visit('trace', { reducedMotion: 'reduce' });
  page = visit.page;
  await show(firstQuestion);
  stage.clickhouse.answers.spans = bothQuestions;
  await span('x2').waitFor();
  const motions = await page
    .getByTestId('trace-grid')
    .evaluate((grid) => grid.getAnimations({ subtree: true }).length);
  expect(motions).toBe(0);
});
