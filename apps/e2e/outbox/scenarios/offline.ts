import { startBrowser } from '../../../../packages/outbox-exporter/test/killable-browser.ts';
import { temporaryFolder } from '../../src/temporary-folder.ts';
import { EXPORTERS, newChat } from '../chat.ts';
import type { Outcome } from '../outcome.ts';
import { countEvents } from '../outcome.ts';
import { settle } from '../settle.ts';
import type { Stage } from '../stage.ts';
import { pace } from './pace.ts';

/** The network goes away as soon as the page is there; the browser is closed after so many seconds, and opened online later. */
export async function offlineThenClosed(stage: Stage, seconds: number): Promise<Outcome[]> {
  const scenario = `offline for ${seconds} s, closed, opened online`;
  return Promise.all(
    EXPORTERS.map(async (exporter) => {
      const chat = newChat(exporter, stage.pipeline.otlpUrl);
      const profile = await temporaryFolder();
      const offline = await startBrowser(profile.path);
      const tab = await stage.openTab(offline, chat);
      await tab.page.context().setOffline(true);
      await pace(seconds, 20, () => tab.record(10));
      // First the tab: on `Browser.close` this Chromium ends pages without an event for them, as a crash does.
      await tab.page.close();
      await offline.close();

      const online = await startBrowser(profile.path);
      await settle(stage.pipeline, [await stage.openTab(online, chat)]);
      await online.close();
      await profile.remove();
      return countEvents(stage.pipeline.reader, scenario, chat);
    }),
  );
}
