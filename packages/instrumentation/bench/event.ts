import { chromiumLaunchOptions } from '@chatspan-tools/browsers/chromium';
import { chromium } from 'playwright';
import { build } from 'vite';
import type { EventTimes, VariantTimes } from './event-page.ts';

const WARM_UP = 2_000;
const BATCHES = 12_000;
// More than a shopper's click ever is, and few enough that nothing is exported in the middle of them.
const EVENTS = 10;

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

function compare(which: keyof VariantTimes) {
  // The clock ticks every 5 microseconds: sums are exact where single batches are not.
  const perEvent = (batches: readonly number[]): number => {
    const counted = batches.slice(WARM_UP);
    return (counted.reduce((sum, time) => sum + time, 0) * 1_000) / (counted.length * EVENTS);
  };
  const instrumentation = perEvent(times.instrumentation[which]);
  const handWritten = perEvent(times.handWritten[which]);
  return {
    instrumentationMicrosecondsPerEvent: Number(instrumentation.toFixed(3)),
    handWrittenMicrosecondsPerEvent: Number(handWritten.toFixed(3)),
    ratio: Number((instrumentation / handWritten).toFixed(2)),
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
