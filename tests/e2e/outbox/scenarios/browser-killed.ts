import { newProfile } from '../browser-profile.ts';
import type { Chat } from '../chat.ts';
import { newChat, numbersOf } from '../chat.ts';
import { startOtlpProxy } from '../otlp-proxy.ts';
import type { Outcome } from '../outcome.ts';
import { countEvents } from '../outcome.ts';
import { settle } from '../settle.ts';
import type { Stage } from '../stage.ts';
import { withEachExporter } from '../with-each-exporter.ts';
import { pace } from './pace.ts';

/**
 * SIGKILL for the whole browser so many seconds after the last click. Until then the receiver answers 503, so that only
 * what is stored can arrive. Events of the last second before are counted apart.
 */
export async function browserKilled(stage: Stage, secondsAfter: number): Promise<Outcome[]> {
  const { pipeline, openTab } = stage;
  const outcomes = await withEachExporter(async (exporter) => {
    const proxy = await startOtlpProxy(pipeline.otlpUrl);
    proxy.mode = { status: 503 };
    const profile = await newProfile();
    const chat = newChat(exporter, proxy.url);
    const killed = await profile.start();
    const tab = await openTab(killed, chat);
    await pace(3, 30, () => tab.click());
    await pace(secondsAfter, 1, async () => {});
    const olderThanASecond = numbersOf(chat, Date.now() - 1_000);
    await killed.kill();

    proxy.mode = 'forward';
    const next = await profile.start();
    await settle(pipeline, [await openTab(next, chat)], [chat], () => olderThanASecond);
    await next.close();
    await proxy.close();
    return countByAge(stage, secondsAfter, chat, olderThanASecond);
  });
  return outcomes.flat();
}

async function countByAge(
  { pipeline }: Stage,
  secondsAfter: number,
  chat: Chat,
  older: readonly number[],
): Promise<Outcome[]> {
  const when = secondsAfter > 0 ? `${secondsAfter} s after the last click` : 'amid clicks';
  const count = (of: string, numbers: readonly number[]): Promise<Outcome> =>
    countEvents(pipeline.reader, `receiver answers 503, browser killed ${when}${of}`, chat, numbers);
  const lastSecond = numbersOf(chat).slice(older.length);
  if (lastSecond.length === 0) return [await count('', older)];
  return [
    await count(': events older than 1 s', older),
    await count(': events of the last second', lastSecond),
  ];
}
