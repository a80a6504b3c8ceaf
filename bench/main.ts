// Measures this project beside what a team would use instead. See README.md.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildPage } from './browser/build-page.ts';
import { startBrowser } from './browser/start-browser.ts';
import { startShop } from './loopback/shop.ts';
import { MEASURES } from './measure/measures.ts';
import type { Setting } from './measure/setting.ts';
import type { Part } from './options.ts';
import { PARTS, parseOptions } from './options.ts';
import { renderResults } from './report/render-results.ts';
import { noteConditions } from './results/conditions.ts';
import type { Results } from './results/results.ts';
import { readResults, writeResults } from './results/results-file.ts';
import { NOTHING, ROWS } from './rows.ts';

const options = parseOptions(
  process.argv.slice(2).filter((argument) => argument !== '--'),
  ROWS.map(({ id }) => id),
);
const rows = ROWS.filter(({ id }) => options.rows.length === 0 || options.rows.includes(id));
const say = (text: string) => process.stderr.write(`${new Date().toTimeString().slice(0, 8)} ${text}\n`);

say(`building ${rows.length + 1} pages`);
const shop = await startShop();
for (const row of [NOTHING, ...rows])
  shop.add(row.id, await buildPage(row, join(import.meta.dirname, 'page', 'bench-page.ts')));

const results: Results = options.rows.length > 0 ? {} : readResults();
for (const part of options.parts) await measure(part);
await shop.close();

const page = renderResults(results);
if (options.rows.length > 0) {
  say('some rows only: nothing is written');
} else {
  const missing = PARTS.filter((part) => !results[part]);
  if (missing.length === 0) writeFileSync(join(import.meta.dirname, 'RESULTS.md'), page);
  say(
    missing.length === 0
      ? 'written: bench/RESULTS.md'
      : `not written, not yet measured: ${missing.join(', ')}`,
  );
}
process.stdout.write(page);

async function measure<P extends Part>(part: P): Promise<void> {
  // A browser of its own for each part: what one leaves behind is not another's.
  const browser = await startBrowser();
  const note = noteConditions(part, browser.version(), options);
  const setting: Setting = { browser, shop, rows, options, progress: (text) => say(`${part}: ${text}`) };
  const result = await MEASURES[part](setting);
  results[part] = { conditions: note(), result } as Results[P];
  if (options.rows.length === 0) writeResults(results);
  await browser.close();
}
