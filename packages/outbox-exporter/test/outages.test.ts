import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SOON, spanNames, usePages } from './deliveries.ts';
import { startBrowser } from './killable-browser.ts';
import { endSpans, statsOf, useScenario } from './scenario.ts';

const scenario = useScenario();

describe.each([
  { line: '2.x', busyStatus: 503 },
  { line: '3.x', busyStatus: 429 },
] as const)('with OpenTelemetry $line', ({ line, busyStatus }) => {
  const pages = usePages(line);

  test('spans of three page loads survive a receiver that is down for all of them', async () => {
    const channel = `down-${line}`;
    const page = await scenario.browser().newPage();
    await scenario.receiver.close();
    const names: string[] = [];
    for (const load of ['one', 'two', 'three']) {
      await page.goto(pages().page(load, scenario.options(channel)));
      for (const burst of ['first', 'second', 'third']) {
        const more = spanNames(`${load} ${burst}`, 100);
        names.push(...more);
        await endSpans(page, more);
      }
    }
    await expect.poll(() => statsOf(page), SOON).toMatchObject({ pendingSpans: 900, sent: 0 });
    await scenario.receiver.listen();
    await expect.poll(() => scenario.missing(channel, names), SOON).toEqual([]);
    await expect
      .poll(() => statsOf(page), SOON)
      .toMatchObject({ sent: 900, replayed: 600, pendingBatches: 0, dropped: {} });
    await page.close();
  });

  test('spans of a browser that is offline and closed arrive when it is opened online', async () => {
    const channel = `offline-${line}`;
    const profile = await mkdtemp(join(tmpdir(), 'outbox-'));
    const names = spanNames('offline', 200);
    const offline = await startBrowser(profile);
    const page = await offline.newPage();
    await page.goto(pages().page('offline', scenario.options(channel)));
    await page.context().setOffline(true);
    await endSpans(page, names);
    await expect.poll(() => statsOf(page), SOON).toMatchObject({ stored: 200 });
    await offline.close();
    expect(scenario.receiver.channel(channel).requests).toEqual([]);

    const online = await startBrowser(profile);
    await (await online.newPage()).goto(pages().page('online', scenario.options(channel)));
    await expect.poll(() => scenario.missing(channel, names), SOON).toEqual([]);
    await online.close();
    await rm(profile, { recursive: true });
  });

  test(`spans survive seconds of ${busyStatus}, and the receiver is asked ever less often`, async () => {
    const channel = `busy-${line}`;
    scenario.receiver.channel(channel).behavior = { answers: [{ status: busyStatus }] };
    const page = await scenario.browser().newPage();
    await page.goto(pages().page('busy', { ...scenario.options(channel), maxBackoffMillis: 60_000 }));
    const names: string[] = [];
    const handOvers = 6;
    for (let count = 1; count <= handOvers; count += 1) {
      const more = spanNames(`hand-over ${count}`, 20);
      names.push(...more);
      await endSpans(page, more);
      await expect.poll(() => statsOf(page), SOON).toMatchObject({ stored: 20 * count });
    }
    // Six hand-overs take three seconds: thirty requests if every wait were 100 ms, and with doubled waits about seven.
    expect(scenario.receiver.channel(channel).requests.length).toBeLessThan(15);
    scenario.receiver.channel(channel).behavior = {};
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await expect.poll(() => scenario.missing(channel, names), SOON).toEqual([]);
    expect(scenario.repeated(channel)).toEqual([]);
    await page.close();
  });
});
