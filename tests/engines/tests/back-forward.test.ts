import { OTEL_LINES } from '@chatspan/outbox-exporter/test/bundle';
import { spanNames } from '@chatspan/outbox-exporter/test/deliveries';
import { chosenBrowsers } from '@chatspan-tools/browsers/installed-browsers';
import { describe, expect, test } from 'vitest';
import { useOutboxSite } from '../src/outbox-site.ts';
import { newShopper } from '../src/shopper.ts';
import type { Tab } from '../src/tab.ts';
import { useBrowser } from '../src/use-browser.ts';

const RESTORED = { wasKept: true, wasRestored: true, reasons: null };

/** Follows a link and comes back. @returns whether the page was kept meanwhile, and why not */
async function leaveAndReturn(tab: Tab, leave: () => Promise<void>, url: string, elsewhere = async () => {}) {
  await tab.run(() => {
    const marked = window as Window & { restored?: boolean };
    marked.restored = false;
    addEventListener('pageshow', ({ persisted }) => {
      marked.restored = persisted;
    });
  });
  await leave();
  await elsewhere();
  await tab.back(url);
  return tab.run(() => {
    const { restored } = window as Window & { restored?: boolean };
    const [navigation] = performance.getEntriesByType('navigation') as (PerformanceNavigationTiming & {
      notRestoredReasons?: object | null;
    })[];
    return {
      wasKept: restored !== undefined,
      wasRestored: restored === true,
      reasons: navigation?.notRestoredReasons ?? null,
    };
  });
}

describe.each(chosenBrowsers())('the back/forward cache of %s', (name) => {
  const browser = useBrowser(name);

  test.each([
    ['without telemetry', 'widget'],
    ['with plugin, provider and standard exporter', 'widget shop'],
  ])('takes a page %s', async (_what, scripts) => {
    const url = newShopper().url({ scripts });
    const tab = await browser.open(url);
    await tab.click('#trigger_clicked');
    expect(await leaveAndReturn(tab, () => tab.follow('#next'), url)).toEqual(RESTORED);
    await tab.close();
  });

  test('a page that is restored goes on in the same chat, and nothing is lost or doubled', async () => {
    const shopper = newShopper();
    const url = shopper.url();
    const tab = await browser.open(url);
    await tab.click('#trigger_clicked');
    await tab.until(() => sessionStorage.getItem('chatspan.session') !== null);
    const returned = leaveAndReturn(
      tab,
      () => tab.follow('#next'),
      url,
      () => tab.click('#product_select'),
    );
    expect(await returned).toEqual(RESTORED);
    await tab.click('#product_select');
    await tab.click('#chat_closed');
    await tab.close();
    // A page that Firefox restores does not see what pages after it have put into the session storage.
    const [third, fourth] = name === 'firefox' ? [2, 3] : [3, 4];
    await shopper.expectTree([
      'trace 1: shopping_chat.session',
      '  shopping_chat.activity hidden: trigger_clicked#1',
      '  shopping_chat.activity hidden: product_select#2',
      `  shopping_chat.activity closed: product_select#${third} chat_closed#${fourth}`,
    ]);
  });

  describe.each(OTEL_LINES)('with the outbox and OpenTelemetry %s', (line) => {
    const site = useOutboxSite(line);

    test('takes a page whose last batch has just been sent, and nothing is lost', async () => {
      const channel = 'sent';
      const url = site.page('page', channel);
      const tab = await browser.open(url);
      const [first, last, later] = [spanNames('first', 10), spanNames('last', 10), spanNames('later', 10)];
      await tab.run((names) => window.outboxPage.end(names), first);
      await site.expectArrived(channel, first);
      // What is pending is told to other tabs by a lock, with which Firefox keeps no page.
      await tab.until(async () => !(await navigator.locks.query()).held?.length);
      await tab.run((names) => window.outboxPage.end(names), last);
      const returned = leaveAndReturn(
        tab,
        () => tab.goto(site.page('other', 'elsewhere')),
        url,
        () => site.expectArrived(channel, last),
      );
      expect(await returned).toEqual(RESTORED);
      await tab.run((names) => window.outboxPage.end(names), later);
      await site.expectArrived(channel, later);
      await tab.until(() => window.outboxPage.stats().pendingBatches === 0);
      // Of what a page sends when it is left it may not learn whether it arrived; nothing else is sent twice.
      expect(site.repeated(channel).filter((span) => !last.includes(span))).toEqual([]);
      await tab.close();
    });

    // Firefox keeps no page that holds a lock.
    const kept = name === 'firefox' ? { wasKept: false, wasRestored: false, reasons: null } : RESTORED;
    const takes = name === 'firefox' ? 'does not take' : 'takes';

    test(`${takes} a page that waits for its receiver, and afterwards each span is sent once`, async () => {
      const channel = 'waiting';
      site.receiver.channel(channel).behavior = { answers: [{ status: 503 }] };
      // Nothing is under way when the page is left: Chromium gives a page up whose locks somebody waits for.
      const url = site.page('page', channel, {
        initialBackoffMillis: 3_600_000,
        maxBackoffMillis: 3_600_000,
      });
      const tab = await browser.open(url);
      const [first, later] = [spanNames('first', 10), spanNames('later', 10)];
      await tab.run((names) => window.outboxPage.end(names), first);
      await tab.until(() => window.outboxPage.stats().failedRequests > 0);
      expect(await leaveAndReturn(tab, () => tab.goto(site.page('other', 'elsewhere')), url)).toEqual(kept);
      site.receiver.channel(channel).behavior = {};
      await tab.run((names) => window.outboxPage.end(names), later);
      await tab.run(() => {
        window.dispatchEvent(new Event('online'));
      });
      await site.expectArrived(channel, [...first, ...later]);
      await tab.until(() => window.outboxPage.stats().pendingBatches === 0);
      expect(site.repeated(channel)).toEqual([]);
      await tab.close();
    });
  });
});
