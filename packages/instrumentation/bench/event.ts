import { chromium } from 'playwright';
import { build } from 'vite';
import { chromiumLaunchOptions } from '../../../chromium.ts';
import type { EventTimes, VariantTimes } from './event-page.ts';

const WARM_UP = 20;
const BATCHES = 200;
const EVENTS = 320;

const built = await build({
  configFile: false,
  logLevel: 'error',
  build: {
    write: false,
    minify: true,
    rolldownOptions: { input: `${import.meta.dirname}/event-page.ts` },
  },
});
const [{ output }] = (Array.isArray(built) ? built : [built]) as [{ output: { code?: string }[] }];
const browser = await chromium.launch(await chromiumLaunchOptions());
const page = await browser.newPage();
// An origin of its own has a sessionStorage; one that is isolated has a clock of 5 instead of 100 microseconds.
await page.route('http://localhost/', (route) =>
  route.fulfill({
    contentType: 'text/html',
    headers: {
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
    },
    body: '<!doctype html>',
  }),
);
await page.goto('http://localhost/');
await page.addScriptTag({ type: 'module', content: output.map(({ code }) => code ?? '').join('\n') });
const times = await page.evaluate<EventTimes, [number, number]>(
  ([batches, events]) =>
    (globalThis as unknown as { timeEvents(b: number, e: number): Promise<EventTimes> }).timeEvents(
      batches,
      events,
    ),
  [WARM_UP + BATCHES, EVENTS],
);
const version = browser.version();
await browser.close();

function quantile(values: readonly number[], at: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * at))] as number;
}

function compare(which: keyof VariantTimes) {
  const plugin = times.plugin[which].slice(WARM_UP);
  const handWritten = times.handWritten[which].slice(WARM_UP);
  const ratios = plugin.map((time, batch) => time / (handWritten[batch] as number));
  const perEvent = (batches: readonly number[]) =>
    Number(((quantile(batches, 0.5) * 1_000) / EVENTS).toFixed(3));
  return {
    pluginMicrosecondsPerEvent: perEvent(plugin),
    handWrittenMicrosecondsPerEvent: perEvent(handWritten),
    ratio: Object.fromEntries(
      [0.1, 0.5, 0.9].map((at) => [`p${at * 100}`, Number(quantile(ratios, at).toFixed(2))]),
    ),
  };
}

const report = {
  chromium: version,
  batches: BATCHES,
  eventsPerBatch: EVENTS,
  call: compare('call'),
  withExport: compare('whole'),
};
process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
