import { OTEL_LINES } from '@chatspan/outbox-exporter/test/bundle';
import { spanNames } from '@chatspan/outbox-exporter/test/deliveries';
import { chosenBrowsers } from '@chatspan-tools/browsers/installed-browsers';
import { describe, expect, test } from 'vitest';
import { useOutboxSite } from '../src/outbox-site.ts';
import type { Tab } from '../src/tab.ts';
import { useBrowser } from '../src/use-browser.ts';

const EXITS = {
  'a navigation': (tab: Tab, names: string[]) =>
    tab.run((last) => {
      window.outboxPage.end(last);
      location.assign('about:blank');
    }, names),
  'its tab is closed': async (tab: Tab, names: string[]) => {
    await tab.run((last) => window.outboxPage.end(last), names);
    await tab.close();
  },
};

describe.each(chosenBrowsers())('with the outbox in %s', (name) => {
  const browser = useBrowser(name);

  describe.each(OTEL_LINES)('and OpenTelemetry %s', (line) => {
    const site = useOutboxSite(line);

    test.each(Object.entries(EXITS))(
      'the last batch before %s arrives without another visit',
      async (how, leave) => {
        const channel = `${how} ${line}`.replaceAll(' ', '-');
        for (const round of ['first', 'second']) {
          const names = spanNames(round, 10);
          // Each page an outbox of its own: none sends what another has left.
          const tab = await browser.open(site.page('page', channel, { name: `${channel}-${round}` }));
          await leave(tab, names);
          await site.expectArrived(channel, names);
        }
        expect(site.repeated(channel)).toEqual([]);
      },
    );
  });

  describe('that has learnt that its receiver takes gzip', () => {
    const site = useOutboxSite('2.x');

    async function openProven(channel: string): Promise<Tab> {
      const tab = await browser.open(site.page('page', channel, { compression: 'gzip' }));
      await tab.run((proof) => window.outboxPage.end(proof), ['proof']);
      await tab.until(() => window.outboxPage.stats().sent === 1);
      return tab;
    }

    test.each(Object.entries(EXITS))(
      'the last batch before %s arrives compressed, and once',
      async (how, leave) => {
        const channel = `gzip-${how.replaceAll(' ', '-')}`;
        const tab = await openProven(channel);
        const names = spanNames('last', 10);
        await leave(tab, names);
        await site.expectArrived(channel, names);
        expect(site.encodings(channel, names)).toEqual(['gzip']);
      },
    );

    test('several times the keepalive budget arrives compressed, without another visit', async () => {
      const channel = 'gzip-large';
      const tab = await openProven(channel);
      const names = spanNames('long '.repeat(1_000), 70);
      await EXITS['a navigation'](tab, names);
      await site.expectArrived(channel, names);
      expect(new Set(site.encodings(channel, names))).toEqual(new Set(['gzip']));
    });
  });
});
