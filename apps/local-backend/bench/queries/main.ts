import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applyMigrations } from '@chatspan/collector-config/clickhouse';
import { splitStatements } from '@chatspan/collector-config/clickhouse/migration-files';
import { migrationTarget } from '../../src/engine/migration-target.ts';
import type { Engine } from '../../src/engine/open-engine.ts';
import { openEngine } from '../../src/engine/open-engine.ts';
import { loadAverage, observeMachine } from '../machine.ts';
import { askQuestions } from './ask-questions.ts';
import { fill } from './data/fill.ts';
import { waitForMerges } from './data/wait-for-merges.ts';
import type { QueriesOptions } from './options.ts';
import { parseQueriesOptions, USAGE } from './options.ts';
import { readQuestions, WAYS } from './questions.ts';
import { compareGrowth, compareWays } from './ratios.ts';
import { tableSizes } from './table-sizes.ts';

/** Rows carry dates of a literal month: they must not expire. */
const KEPT = { TRACES_TTL_DAYS: '20000', EVENTS_TTL_DAYS: '20000' };

function tell(message: string): void {
  process.stderr.write(`${message}\n`);
}

async function makeMinimalTables(engine: Engine): Promise<void> {
  tell('Filling the minimal tables');
  const sql = readFileSync(join(import.meta.dirname, 'data/minimal-tables.sql'), 'utf8');
  for (const statement of splitStatements(sql)) await engine.run(statement);
  await waitForMerges(engine);
}

async function emptyTables(engine: Engine): Promise<void> {
  for (const table of ['minimal_events', 'minimal_turns']) await engine.run(`DROP TABLE otel.${table} SYNC`);
  for (const table of ['otel_traces', 'otel_traces_trace_id_ts', 'chat_events', 'chat_turns']) {
    await engine.run(`TRUNCATE TABLE otel.${table} SYNC`);
  }
}

async function measure(engine: Engine, options: QueriesOptions): Promise<object> {
  const { runs } = options;
  const questions = readQuestions();
  await applyMigrations(migrationTarget(engine), { variables: KEPT });
  await fill(engine, options.events, tell);
  await makeMinimalTables(engine);
  const small = await tableSizes(engine);
  const seconds = await askQuestions(engine, questions, { ways: WAYS, runs, onProgress: tell });
  const result = { tables: small, seconds, ratios: compareWays(seconds), loadAverage: loadAverage() };
  if (options.growth === null) return result;
  await emptyTables(engine);
  await fill(engine, options.growth, tell);
  const large = await tableSizes(engine);
  const grown = await askQuestions(engine, questions, { ways: ['views'], runs, onProgress: tell });
  const rows = (large.chat_events?.rows ?? 0) / (small.chat_events?.rows ?? 0);
  const growth = compareGrowth(seconds, grown, rows);
  // The two halves are minutes apart: a growth is worth what the two load averages have in common.
  return { ...result, growth: { tables: large, seconds: grown, ...growth, loadAverage: loadAverage() } };
}

let options: QueriesOptions;
try {
  options = parseQueriesOptions(process.argv.slice(2));
} catch (error) {
  tell(`${(error as Error).message}\n${USAGE}`);
  process.exit(2);
}
const machine = observeMachine();
const folder = await mkdtemp(join(options.folder ?? tmpdir(), 'chatspan-bench-'));
const engine = openEngine(join(folder, 'engine'));
try {
  const result = await measure(engine, options);
  process.stdout.write(`${JSON.stringify({ machine: machine(), options, ...result }, null, 2)}\n`);
} finally {
  engine.close();
  await rm(folder, { recursive: true, force: true });
}
