import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromiumLaunchOptions } from '@chatspan-tools/browsers/chromium';
import { chromium } from 'playwright';
import { expect, onTestFinished, test } from 'vitest';
import { buildPage } from '../server/build-page.ts';
import { startTestExplorer } from '../testing/start-test-explorer.ts';

const INPUT = join(import.meta.dirname, '../../../collector-config/clickhouse/query-cases/input.json');

test('lists the chat sessions of a day and filters them, opens one by its link, without an error in the console', async () => {
  const page = await buildPage();
  onTestFinished(() => page.remove());
  const { explorer, backend } = await startTestExplorer({ pageFolder: page.folder });
  const sent = await fetch(`${backend.otlpUrl}/v1/traces`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: readFileSync(INPUT),
  });
  expect(sent.status).toBe(200);
  const browser = await chromium.launch(await chromiumLaunchOptions());
  onTestFinished(() => browser.close());
  const tab = await browser.newPage();
  const errors: string[] = [];
  tab.on('pageerror', (error) => errors.push(error.message));
  tab.on('console', (line) => line.type() === 'error' && errors.push(line.text()));

  await tab.goto(`${explorer.url}/sessions?from=2026-11-20&to=2026-11-21`);
  const links = tab.locator('tbody a');
  await links.first().waitFor();
  expect(await links.count()).toBe(3);
  await tab.getByLabel('Outcome').selectOption('failed');
  await tab.getByRole('button', { name: 'Filter' }).click();
  await expect.poll(() => links.count()).toBe(1);
  await tab.goBack();
  await expect.poll(() => links.count()).toBe(3);

  await links.last().click();
  await tab.locator('.timeline li').first().waitFor();
  expect(await tab.locator('h1').textContent()).toMatch(/^Chat session a/);
  expect(await tab.locator('.timeline .turn').count()).toBeGreaterThan(0);
  expect(await tab.locator('.timeline').textContent()).toContain('submit_feedback 5 of 5');
  expect(new URL(tab.url()).search).toBe('?from=2026-11-20&to=2026-11-21');
  expect(errors).toEqual([]);
});
