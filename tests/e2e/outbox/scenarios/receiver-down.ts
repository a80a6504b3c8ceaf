import type { ChatTab } from '../chat-tab.ts';
import type { Outcome } from '../outcome.ts';
import { countEvents } from '../outcome.ts';
import { settle } from '../settle.ts';
import type { Stage } from '../stage.ts';
import { pace } from './pace.ts';

const LOADS = 3;
const BURSTS = 30;
const EVENTS = 1_000;

/** The Collector is away for so many seconds; meanwhile 1,000 events happen over three page loads. */
export async function receiverDown({ pipeline, openVisits }: Stage, seconds: number): Promise<Outcome[]> {
  const scenario = `Collector down for ${seconds} s, three page loads meanwhile`;
  const tabs = await openVisits(pipeline.otlpUrl);
  await pipeline.killCollector();
  await Promise.all(tabs.map((tab) => recordOverLoads(tab, seconds)));
  await pipeline.startCollector();
  await settle(pipeline, tabs);
  return Promise.all(tabs.map(({ chat }) => countEvents(pipeline.reader, scenario, chat)));
}

async function recordOverLoads(tab: ChatTab, seconds: number): Promise<void> {
  await pace(seconds, BURSTS, async (burst) => {
    if (burst > 0 && burst % (BURSTS / LOADS) === 0) await tab.load();
    await tab.record(Math.round(((burst + 1) * EVENTS) / BURSTS) - tab.chat.happenedBy.length);
  });
}
