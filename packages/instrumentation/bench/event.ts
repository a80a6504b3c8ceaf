import { chromium } from 'playwright';
import { build } from 'vite';
import { chromiumLaunchOptions } from '../../../chromium.ts';
import type { EventTimes } from './event-page.ts';

const BATCHES = 300;
const EVENTS = 1_000;

const built = await build({
  configFile: false,
  logLevel: 'error',
  build: { write: false, minify: true, rolldownOptions: { input: `${import.meta.dirname}/event-page.ts` } },
});
const [{ output }] = (Array.isArray(built) ? built : [built]) as [{ output: { code?: string }[] }];
const browser = await chromium.launch(await chromiumLaunchOptions());
const page = await browser.newPage();
// An origin of its own, so that the page has a sessionStorage.
await page.route('http://bench.localhost/', (route) =>
  route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }),
);
await page.goto('http://bench.localhost/');
await page.addScriptTag({ type: 'module', content: output.map(({ code }) => code ?? '').join('\n') });
const times = await page.evaluate<EventTimes, [number, number]>(
  ([batches, events]) =>
    (globalThis as unknown as { timeEvents(b: number, e: number): EventTimes }).timeEvents(batches, events),
  [BATCHES, EVENTS],
);
const version = browser.version();
await browser.close();

const sorted = (values: number[]): number[] => values.toSorted((a, b) => a - b);
const median = (values: number[]): number => sorted(values)[Math.floor(values.length / 2)] as number;
const microseconds = (batchMs: number): number => Number(((batchMs * 1_000) / EVENTS).toFixed(3));
const ratios = times.plugin.map((plugin, batch) => plugin / (times.handWritten[batch] as number));
const report = {
  chromium: version,
  batches: BATCHES,
  eventsPerBatch: EVENTS,
  pluginMicrosecondsPerEvent: microseconds(median(times.plugin)),
  handWrittenMicrosecondsPerEvent: microseconds(median(times.handWritten)),
  ratio: {
    min: Number(Math.min(...ratios).toFixed(3)),
    median: Number(median(ratios).toFixed(3)),
    max: Number(Math.max(...ratios).toFixed(3)),
  },
};
process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
