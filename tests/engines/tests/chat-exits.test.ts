import { chosenBrowsers } from '@chatspan-tools/browsers/installed-browsers';
import { describe, test } from 'vitest';
import { EXPORTERS, newShopper } from '../src/shopper.ts';
import { useBrowser } from '../src/use-browser.ts';

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

const SET_UPS = chosenBrowsers().flatMap((name) => EXPORTERS.map((exporter) => ({ name, exporter })));

describe.each(SET_UPS)('with the $exporter in $name', ({ name, exporter }) => {
  const browser = useBrowser(name);

  test('ten page loads, each right after a click, lose nothing and double nothing', async () => {
    const shopper = newShopper(exporter);
    const tab = await browser.open(shopper.url());
    for (const _ of upTo(10)) {
      await tab.click('#product_select');
      // This link reports its own click and leaves the page in one go.
      await tab.follow('#url_click');
    }
    await shopper.expectTree([
      'trace 1: shopping_chat.session',
      ...upTo(10).map(
        (load) => `  shopping_chat.activity hidden: product_select#${2 * load - 1} url_click#${2 * load}`,
      ),
    ]);
    await tab.close();
  });

  test('of five tabs that are closed right after a click, nothing is lost and nothing doubled', async () => {
    const shopper = newShopper(exporter);
    for (const _ of upTo(5)) {
      const tab = await browser.open(shopper.url());
      await tab.click('#trigger_clicked');
      await tab.click('#user_respond');
      await tab.close();
    }
    await shopper.expectTree(
      upTo(5).flatMap((chat) => [
        `trace ${chat}: shopping_chat.session`,
        '  shopping_chat.activity hidden: trigger_clicked#1',
        '    shopping_chat.turn abandoned: user_respond#2',
      ]),
    );
  });

  test('what happened before the page is hidden arrives while it is, and what comes later is another activity', async () => {
    const shopper = newShopper(exporter);
    const tab = await browser.open(shopper.url());
    await tab.click('#trigger_clicked');
    await tab.hide();
    const seen = ['trace 1: shopping_chat.session', '  shopping_chat.activity hidden: trigger_clicked#1'];
    await shopper.expectTree(seen);
    await tab.show();
    await tab.click('#product_select');
    await tab.close();
    await shopper.expectTree([...seen, '  shopping_chat.activity hidden: product_select#2']);
  });

  test('of ten events of the largest size nothing is lost when the tab is closed at once', async () => {
    const shopper = newShopper(exporter);
    const tab = await browser.open(shopper.url());
    await tab.click('#burst_10');
    await tab.close();
    await shopper.expectEvents(upTo(10));
  });

  test('of ten events of the largest size nothing is lost when the page is left in the same moment', async () => {
    const shopper = newShopper(exporter);
    const tab = await browser.open(shopper.url());
    await tab.run(() => {
      for (const id of ['burst_10', 'url_click']) document.querySelector<HTMLElement>(`#${id}`)?.click();
    });
    await shopper.expectEvents(upTo(11));
    await tab.close();
  });
});
