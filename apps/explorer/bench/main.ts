import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startLocalBackend } from '@chatspan/local-backend/server';
import { runLines } from '@chatspan-tools/processes/run-lines';
import type { QueryAnswer } from '../contract/answers.ts';
import { queryPath } from '../contract/query-path.ts';
import { startExplorer } from '../server/start-explorer.ts';
import { viewsOf } from './views.ts';

/**
 * Times every view over seeded chat sessions, in seconds that ClickHouse takes, as JSON.
 * `--data FOLDER` keeps the sessions there for another run, and `--keep` asks them without seeding again.
 */
const { values } = parseArgs({
  options: {
    sessions: { type: 'string', default: '1000000' },
    days: { type: 'string', default: '28' },
    runs: { type: 'string', default: '20' },
    data: { type: 'string' },
    keep: { type: 'boolean', default: false },
  },
});
const UNTIL = '2026-11-29T00:00:00.000Z';
const days = Number(values.days);
const tell = (line: string): boolean => process.stderr.write(`${line}\n`);
const folder = values.data ?? (await mkdtemp(join(tmpdir(), 'chatspan-explorer-bench-')));
const backend = await startLocalBackend({
  dataDir: folder,
  otlpPort: false,
  clickhousePort: 0,
  retentionDays: 20_000,
});
const explorer = await startExplorer({
  port: 0,
  clickhouseUrl: backend.clickhouseUrl,
  clickhouseUser: backend.readerUser,
  clickhousePassword: backend.readerPassword,
  maxSeconds: 60,
  pageFolder: folder,
});
try {
  if (!values.keep) {
    const seed = join(import.meta.dirname, '../seed/main.ts');
    const seedOptions = ['--sessions', values.sessions, '--days', values.days, '--until', UNTIL];
    await runLines(process.execPath, [seed, ...seedOptions, '--direct', backend.clickhouseUrl], {
      cwd: import.meta.dirname,
      env: { CHATSPAN_CLICKHOUSE_PASSWORD: backend.writerPassword },
      onLine: tell,
    });
  }
  const range = { from: new Date(Date.parse(UNTIL) - days * 86_400_000).toISOString(), to: UNTIL };
  const [first] = await ask(queryPath('explorer-sessions', viewsOf(range, '')[1]?.parameters as never));
  const session = String(first?.rows[0]?.chat_session_id);
  const views = [];
  for (const { view, query, parameters } of viewsOf(range, session)) {
    const answers = await ask(queryPath(query, parameters as never), Number(values.runs));
    const seconds = answers.map((answer) => answer.seconds).toSorted((a, b) => a - b);
    const timed = {
      view,
      p50: quantile(seconds, 0.5),
      p95: quantile(seconds, 0.95),
      rows: answers[0]?.rows.length,
    };
    views.push(timed);
    tell(JSON.stringify(timed));
  }
  const machine = { cores: cpus().length, load: loadavg()[0] };
  process.stdout.write(`${JSON.stringify({ machine, ...values, views }, null, 2)}\n`);
} finally {
  await explorer.close();
  await backend.close();
  if (values.data === undefined) await rm(folder, { recursive: true, force: true });
}
process.exit(0);

async function ask(path: string, runs = 1): Promise<QueryAnswer<Record<string, unknown>>[]> {
  const answers = [];
  for (let run = 0; run < runs; run += 1) {
    const response = await fetch(explorer.url + path);
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
    answers.push((await response.json()) as QueryAnswer<Record<string, unknown>>);
  }
  return answers;
}

function quantile(sorted: readonly number[], share: number): number {
  return Number((sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0).toFixed(4));
}
