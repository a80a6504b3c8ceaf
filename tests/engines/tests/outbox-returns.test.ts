import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spanNames } from '@chatspan/outbox-exporter/test/deliveries';
import { chosenBrowsers } from '@chatspan-tools/browsers/installed-browsers';
import { describe, expect, test } from 'vitest';
import { useOutboxSite } from '../src/outbox-site.ts';
import { startBrowser } from '../src/start-browser.ts';
import { Tab } from '../src/tab.ts';
import { useBrowser } from '../src/use-browser.ts';

const BUSY = { answers: [{ status: 503 }] };

describe.each(chosenBrowsers())('with the outbox in %s', (name) => {
  const site = useOutboxSite('2.x');
  const browser = useBrowser(name);

  test('what a busy receiver did not take from a tab that was closed arrives at the next visit, once', async () => {
    const channel = 'busy';
    site.receiver.channel(channel).behavior = BUSY;
    const tab = await browser.open(site.page('page', channel));
    const [first, last] = [spanNames('first', 10), spanNames('last', 10)];
    await tab.run((names) => window.outboxPage.end(names), first);
    await tab.until(() => window.outboxPage.stats().failedRequests > 0);
    await tab.run((names) => window.outboxPage.end(names), last);
    await tab.close();
    await expect.poll(() => site.encodings(channel, last).length).toBeGreaterThan(0);
    site.receiver.channel(channel).behavior = {};
    const next = await browser.open(site.page('next', channel));
    await site.expectArrived(channel, [...first, ...last]);
    await next.until(() => window.outboxPage.stats().pendingBatches === 0);
    expect(site.repeated(channel)).toEqual([]);
    await next.close();
  });

  test('more than a page may leave behind arrives with the next visit', async () => {
    const channel = 'large';
    const tab = await browser.open(site.page('page', channel));
    const names = spanNames(`large ${'x'.repeat(500)}`, 300);
    await tab.run((last) => window.outboxPage.end(last), names);
    await tab.close();
    const next = await browser.open(site.page('next', channel));
    await site.expectArrived(channel, names);
    await next.close();
  });

  test('two tabs that send at the same time send nothing twice', async () => {
    const channel = 'both';
    site.receiver.channel(channel).behavior = { delayMillis: 20 };
    const tabs = [
      await browser.open(site.page('one', channel)),
      await browser.open(site.page('two', channel)),
    ];
    const names: string[] = [];
    for (const burst of ['first', 'second', 'third']) {
      for (const [index, tab] of tabs.entries()) {
        const more = spanNames(`${burst} of tab ${index}`, 10);
        names.push(...more);
        await tab.run((last) => window.outboxPage.end(last), more);
      }
      await site.expectArrived(channel, names);
    }
    expect(site.repeated(channel)).toEqual([]);
    for (const tab of tabs) await tab.close();
  });
});

// The profile of a WebKit that is driven does not outlive it.
const kept = chosenBrowsers().filter((name) => name !== 'webkit');

describe.each(kept)('with the outbox and a profile in %s', (name) => {
  const site = useOutboxSite('2.x');

  test('what the processor had handed over when the browser was killed arrives when it is started again', async () => {
    const channel = 'killed';
    site.receiver.channel(channel).behavior = BUSY;
    const profile = await mkdtemp(join(tmpdir(), 'engine-'));
    const killed = await startBrowser(name, profile);
    const names = spanNames('last', 50);
    const tab = new Tab(await killed.openTab());
    await tab.goto(site.page('page', channel));
    await tab.run((last) => window.outboxPage.end(last), names);
    await tab.until(() => window.outboxPage.stats().stored === 50);
    await killed.kill();

    site.receiver.channel(channel).behavior = {};
    const next = await startBrowser(name, profile);
    try {
      await new Tab(await next.openTab()).goto(site.page('next', channel));
      await site.expectArrived(channel, names);
      expect(site.repeated(channel)).toEqual([]);
    } finally {
      await next.kill();
      await rm(profile, { recursive: true });
    }
  });
});
