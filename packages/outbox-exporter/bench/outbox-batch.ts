// Main-thread time of exporting batches of 512 spans in Chromium, next to the standard exporter. Prints JSON.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium } from 'playwright';
import { bundle } from '../test/bundle.ts';
import { chromiumLaunch } from '../test/chromium-launch.ts';

const KINDS = ['serializer', 'standard', 'outbox'] as const;
const ROUNDS = 10;
const BATCHES = 30;

const page_ = `<!doctype html><script type="module">${(await bundle('../bench/bench-page.ts', '2.x')).replaceAll('</', '<\\/')}</script>`;
const server = createServer((request, response) => {
  request.resume();
  if (request.method === 'POST') {
    request.on('end', () =>
      response.setHeader('content-type', 'application/json').end('{"partialSuccess":{}}'),
    );
  } else {
    response.setHeader('content-type', 'text/html').end(page_);
  }
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const browser = await chromium.launch(await chromiumLaunch());
const page = await browser.newPage();
await page.goto(`${origin}/?url=${encodeURIComponent(`${origin}/v1/traces`)}`);
const session = await page.context().newCDPSession(page);
// CPU time, so that other work on the machine does not count.
await session.send('Performance.enable', { timeDomain: 'threadTicks' });

// In turns, so that a busy machine disturbs all alike; the first round warms up.
const runs: Record<(typeof KINDS)[number], { call: number[]; allIn: number[] }> = {
  serializer: { call: [], allIn: [] },
  standard: { call: [], allIn: [] },
  outbox: { call: [], allIn: [] },
};
for (let round = 0; round <= ROUNDS; round += 1) {
  process.stderr.write(`round ${round} of ${ROUNDS}\n`);
  for (const kind of KINDS) {
    const before = await taskMillis();
    const { call } = await page.evaluate(([what, count]) => window.bench.run(what, count), [
      kind,
      BATCHES,
    ] as const);
    const allIn = ((await taskMillis()) - before) / BATCHES;
    if (round === 0) continue;
    runs[kind].call.push(...call);
    runs[kind].allIn.push(allIn);
  }
}
const version = browser.version();
await browser.close();
server.close();

const serializer = { call: median(runs.serializer.call), allIn: median(runs.serializer.allIn) };
const beside = ({ call, allIn }: { call: number[]; allIn: number[] }) => ({
  call: round(median(call) - serializer.call),
  allIn: round(median(allIn) - serializer.allIn),
});
const report = {
  what: 'main-thread milliseconds for each batch of 512 spans; call: inside export(), by the clock; allIn: CPU time of everything',
  batches: ROUNDS * BATCHES,
  browser: version,
  serializer: { call: round(serializer.call), allIn: round(serializer.allIn) },
  standardBesideSerializer: beside(runs.standard),
  outboxBesideSerializer: beside(runs.outbox),
};
process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);

async function taskMillis(): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

function round(millis: number): number {
  return Math.round(millis * 100) / 100;
}
