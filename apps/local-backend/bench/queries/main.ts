import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applyMigrations } from '@chatspan-tools/clickhouse-schema/apply-migrations';
import { splitStatements } from '@chatspan-tools/clickhouse-schema/migration-files';
import { migrationTarget } from '../../src/engine/migration-target.ts';
import type { Engine } from '../../src/engine/open-engine.ts';
import { openEngine } from '../../src/engine/open-engine.ts';
import { loadAverage, observeMachine } from '../machine.ts';
import { askQuestions } from './ask-questions.ts';
import { fill } from './data/fill.ts';
import { SEPTEMBER } from './data/months.ts';
import { waitForMerges } from './data/wait-for-merges.ts';
import { measureGrowth } from './growth.ts';
import type { QueriesOptions } from './options.ts';
import { parseQueriesOptions, USAGE } from './options.ts';
import { readQuestions, WAYS } from './questions.ts';
import { compareWays } from './ratios.ts';
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
  await waitForMerges(engine, tell);
}

async function measure(engine: Engine, options: QueriesOptions): Promise<object> {
  const { runs } = options;
  const questions = readQuestions();
  await applyMigrations(migrationTarget(engine), { variables: KEPT });
  await fill(engine, { events: options.events, month: SEPTEMBER, requests: true, onProgress: tell });
  await makeMinimalTables(engine);
  const tables = await tableSizes(engine);
  const seconds = await askQuestions(engine, questions, { ways: WAYS, runs, onProgress: tell });
  const result = { tables, seconds, ratios: compareWays(seconds), loadAverage: loadAverage() };
  const { growth } = options;
  if (growth === null) return result;
  return {
    ...result,
    growth: await measureGrowth(engine, questions, { ...options, growth, onProgress: tell }),
  };
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
