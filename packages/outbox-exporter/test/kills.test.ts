import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { OTEL_LINES } from './bundle.ts';
import { SOON, spanNames, usePages } from './deliveries.ts';
import { startBrowser } from './killable-browser.ts';
import { endSpans, statsOf, useScenario } from './scenario.ts';

const scenario = useScenario();

/** Ends the page's renderer process at once, without any event for the page. */
async function crash(page: Page): Promise<void> {
  const crashed = page.waitForEvent('crash');
  const session = await page.context().newCDPSession(page);
  // Never answered: who would answer is gone.
  session.send('Page.crash').catch(() => undefined);
  await crashed;
}

describe.each(OTEL_LINES)('with OpenTelemetry %s', (line) => {
  const pages = usePages(line);

  test('a browser killed two seconds after the last span loses nothing', async () => {
    const channel = `killed-${line}`;
    scenario.receiver.channel(channel).behavior = { answers: [{ status: 503 }] };
    const profile = await mkdtemp(join(tmpdir(), 'outbox-'));
    const killed = await startBrowser(profile);
    const page = await killed.newPage();
    await page.goto(pages().page('killed', scenario.options(channel)));
    const names: string[] = [];
    for (const burst of ['first', 'second', 'last']) {
      const more = spanNames(burst, 50);
      names.push(...more);
      await endSpans(page, more);
    }
    // Part of the scenario: the outbox has these two seconds to store everything.
    await delay(2_000);
    await killed.kill();

    scenario.receiver.channel(channel).behavior = {};
    const next = await startBrowser(profile);
    await (await next.newPage()).goto(pages().page('next', scenario.options(channel)));
    await expect.poll(() => scenario.missing(channel, names), SOON).toEqual([]);
    await next.close();
    await rm(profile, { recursive: true });
  });

  test('of two tabs one is killed: the other sends the spans of both, each once', async () => {
    const channel = `tabs-${line}`;
    scenario.receiver.channel(channel).behavior = { answers: [{ status: 503 }] };
    const context = await scenario.browser().newContext();
    const victim = await context.newPage();
    const survivor = await context.newPage();
    await victim.goto(pages().page('victim', scenario.options(channel)));
    await survivor.goto(pages().page('survivor', scenario.options(channel)));
    const victims = spanNames('victim', 50);
    const survivors = spanNames('survivor', 50);
    await endSpans(victim, victims);
    await endSpans(survivor, survivors);
    await expect.poll(() => statsOf(victim), SOON).toMatchObject({ stored: 50 });
    await expect.poll(() => statsOf(survivor), SOON).toMatchObject({ stored: 50 });
    await crash(victim);
    scenario.receiver.channel(channel).behavior = {};
    await survivor.evaluate(() => window.dispatchEvent(new Event('online')));
    await expect.poll(() => scenario.missing(channel, [...victims, ...survivors]), SOON).toEqual([]);
    await expect
      .poll(() => statsOf(survivor), SOON)
      .toMatchObject({ sent: 100, replayed: 50, pendingBatches: 0 });
    expect(scenario.repeated(channel)).toEqual([]);
    await context.close();
  });

  test('two tabs that send at the same time send nothing twice', async () => {
    const channel = `both-${line}`;
    scenario.receiver.channel(channel).behavior = { delayMillis: 20 };
    const context = await scenario.browser().newContext();
    const tabs = [await context.newPage(), await context.newPage()];
    const names: string[] = [];
    for (const [index, tab] of tabs.entries())
      await tab.goto(pages().page(`tab-${index}`, scenario.options(channel)));
    for (const burst of ['first', 'second', 'third']) {
      for (const [index, tab] of tabs.entries()) {
        const more = spanNames(`${burst} of tab ${index}`, 10);
        names.push(...more);
        await endSpans(tab, more);
      }
      await expect.poll(() => scenario.missing(channel, names), SOON).toEqual([]);
    }
    expect(scenario.repeated(channel)).toEqual([]);
    await context.close();
  });
});
