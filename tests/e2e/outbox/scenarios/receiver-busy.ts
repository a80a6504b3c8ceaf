import { newChat } from '../chat.ts';
import type { OtlpProxy } from '../otlp-proxy.ts';
import { startOtlpProxy } from '../otlp-proxy.ts';
import type { Outcome } from '../outcome.ts';
import { countEvents } from '../outcome.ts';
import { settle } from '../settle.ts';
import type { Stage } from '../stage.ts';
import { withEachExporter } from '../with-each-exporter.ts';
import { pace } from './pace.ts';

export interface BusyOutcome extends Outcome {
  /** Requests in the first, second and last third of the time from the first of them to the end of the outage. */
  readonly requestsByThird: readonly [number, number, number];
}

/** For so many seconds the receiver answers 503, and in their second half 429 with Retry-After. */
export async function receiverBusy(stage: Stage, seconds: number): Promise<BusyOutcome[]> {
  const scenario = `receiver answers 503, then 429, for ${seconds} s`;
  const { pipeline, browser, openTab } = stage;
  return withEachExporter(async (exporter) => {
    const proxy = await startOtlpProxy(pipeline.otlpUrl);
    const tab = await openTab(await browser.newContext(), newChat(exporter, proxy.url));
    proxy.mode = { status: 503 };
    await pace(seconds, 20, async (burst) => {
      if (burst === 10) proxy.mode = { status: 429, headers: { 'retry-after': '1' } };
      await tab.record(10);
    });
    const requestsByThird = inThirds(proxy, Date.now());
    proxy.mode = 'forward';
    await settle(pipeline, [tab]);
    await proxy.close();
    return { ...(await countEvents(pipeline.reader, scenario, tab.chat)), requestsByThird };
  });
}

function inThirds({ times }: OtlpProxy, end: number): [number, number, number] {
  const start = times[0];
  if (start === undefined) throw new Error('The page has not sent anything.');
  const thirds: [number, number, number] = [0, 0, 0];
  for (const time of times)
    thirds[Math.min(2, Math.floor((3 * (time - start)) / (end - start))) as 0 | 1 | 2] += 1;
  return thirds;
}
