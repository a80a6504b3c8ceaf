import type { Chat } from '../chat.ts';
import { newChat } from '../chat.ts';
import { startOtlpProxy } from '../otlp-proxy.ts';
import type { Outcome } from '../outcome.ts';
import { countEvents } from '../outcome.ts';
import { settle } from '../settle.ts';
import type { Stage } from '../stage.ts';
import { withEachExporter } from '../with-each-exporter.ts';
import { pace } from './pace.ts';

export interface ReplayOutcome extends Outcome {
  readonly chat: Chat;
  /** Requests that the Collector accepted without the page knowing. */
  readonly lostAnswers: number;
}

/** For some seconds the Collector gets what pages send, and the pages get no answer: they have to send it again. */
export async function answersLost({ pipeline, browser, openTab }: Stage): Promise<ReplayOutcome[]> {
  return withEachExporter(async (exporter) => {
    const proxy = await startOtlpProxy(pipeline.otlpUrl);
    const tab = await openTab(await browser.newContext(), newChat(exporter, proxy.url));
    proxy.mode = 'lose-answer';
    await pace(4, 8, () => tab.record(5));
    proxy.mode = 'forward';
    await settle(pipeline, [tab]);
    const { lostAnswers } = proxy;
    await proxy.close();
    const outcome = await countEvents(pipeline.reader, 'answers lost for 4 s', tab.chat);
    return { ...outcome, chat: tab.chat, lostAnswers };
  });
}
