import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from 'playwright';
import { newChat } from '../chat.ts';
import { startOtlpProxy } from '../otlp-proxy.ts';
import type { Outcome } from '../outcome.ts';
import { countEvents, sumOf } from '../outcome.ts';
import { settle } from '../settle.ts';
import type { Stage } from '../stage.ts';
import { withEachExporter } from '../with-each-exporter.ts';
import { pace } from './pace.ts';

/** Two tabs of one shopper at once; one dies two seconds after its last event, while the receiver answers 503. */
export async function tabKilled({ pipeline, browser, openTab }: Stage): Promise<Outcome[]> {
  return withEachExporter(async (exporter) => {
    const proxy = await startOtlpProxy(pipeline.otlpUrl);
    proxy.mode = { status: 503 };
    const context = await browser.newContext();
    const victim = await openTab(context, newChat(exporter, proxy.url));
    const survivor = await openTab(context, newChat(exporter, proxy.url));
    await pace(2, 4, async () => {
      await Promise.all([victim.record(10), survivor.record(10)]);
    });
    await delay(2_000);
    await crash(victim.page);
    proxy.mode = 'forward';
    // The shopper goes on there: a tab looks for what others left at most every five seconds.
    await pace(6, 6, () => survivor.record(1));
    await settle(pipeline, [survivor], [victim.chat, survivor.chat]);
    await proxy.close();
    const scenario = 'receiver answers 503, two tabs, one of them killed';
    return sumOf(
      await countEvents(pipeline.reader, scenario, victim.chat),
      await countEvents(pipeline.reader, scenario, survivor.chat),
    );
  });
}

/** Ends the tab's process without any event for the page. */
async function crash(page: Page): Promise<void> {
  const crashed = page.waitForEvent('crash');
  const session = await page.context().newCDPSession(page);
  // Answered by nobody: who would is gone.
  session.send('Page.crash').catch(() => undefined);
  await crashed;
}
