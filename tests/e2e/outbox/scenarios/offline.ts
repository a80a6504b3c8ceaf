import { newProfile } from '../browser-profile.ts';
import { newChat } from '../chat.ts';
import type { Outcome } from '../outcome.ts';
import { countEvents } from '../outcome.ts';
import { settle } from '../settle.ts';
import type { Stage } from '../stage.ts';
import { withEachExporter } from '../with-each-exporter.ts';
import { pace } from './pace.ts';

/** The network goes away as soon as the page is there; the browser is closed after so many seconds, and opened online later. */
export async function offlineThenClosed(stage: Stage, seconds: number): Promise<Outcome[]> {
  const scenario = `offline for ${seconds} s, closed, opened online`;
  return withEachExporter(async (exporter) => {
    const chat = newChat(exporter, stage.pipeline.otlpUrl);
    const profile = await newProfile();
    const offline = await profile.start();
    const tab = await stage.openTab(offline, chat);
    await tab.page.context().setOffline(true);
    await pace(seconds, 20, () => tab.record(10));
    // First the tab: on `Browser.close` this Chromium ends pages without an event for them, as a crash does.
    await tab.page.close();
    await offline.close();

    const online = await profile.start();
    await settle(stage.pipeline, [await stage.openTab(online, chat)]);
    await online.close();
    return countEvents(stage.pipeline.reader, scenario, chat);
  });
}
