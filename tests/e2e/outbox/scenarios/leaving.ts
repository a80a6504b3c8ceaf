import type { Outcome } from '../outcome.ts';
import { countEvents } from '../outcome.ts';
import { settle } from '../settle.ts';
import type { Stage } from '../stage.ts';

/** A click on a link, which is an event itself, and so on page by page. */
export async function navigated({ pipeline, openVisits }: Stage, repetitions: number): Promise<Outcome[]> {
  const tabs = await openVisits(pipeline.otlpUrl);
  await Promise.all(
    tabs.map(async (tab) => {
      for (let count = 0; count < repetitions; count += 1) await tab.clickAndLeave();
    }),
  );
  await settle(pipeline, tabs);
  const scenario = `navigation right after the click, ${repetitions} times`;
  return Promise.all(tabs.map(({ chat }) => countEvents(pipeline.reader, scenario, chat)));
}

/** A tab that is closed right after a click in it, and so on tab by tab; at last one that stays open. */
export async function tabClosed(stage: Stage, repetitions: number): Promise<Outcome[]> {
  const { pipeline, openVisits, openTab } = stage;
  const tabs = await Promise.all(
    (await openVisits(pipeline.otlpUrl)).map(async (first) => {
      let tab = first;
      for (let count = 0; count < repetitions; count += 1) {
        await tab.click();
        const context = tab.page.context();
        await tab.page.close();
        tab = await openTab(context, tab.chat);
      }
      return tab;
    }),
  );
  await settle(pipeline, tabs);
  const scenario = `tab closed right after the click, ${repetitions} times`;
  return Promise.all(tabs.map(({ chat }) => countEvents(pipeline.reader, scenario, chat)));
}
