import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applyMigrations } from '@chatspan-tools/clickhouse-schema/apply-migrations';
import {
  readMigrations,
  splitStatements,
  substitute,
} from '@chatspan-tools/clickhouse-schema/migration-files';
import { createClient } from '@clickhouse/client';
import { createChdbConnection } from 'chdb/connection';
import { expect, onTestFinished, test } from 'vitest';
import { migrationTarget } from '../src/engine/migration-target.ts';
import type { Engine } from '../src/engine/open-engine.ts';
import { openEngine } from '../src/engine/open-engine.ts';
import { stringLiteral } from '../src/engine/sql-text.ts';
import { temporaryFolder } from '../src/test-support/start-test-backend.ts';

const SQL_FOLDER = join(import.meta.dirname, '../../../collector-config/clickhouse');
const CLUSTER_FOLDER = join(SQL_FOLDER, 'cluster');

async function engine(): Promise<Engine> {
  const opened = openEngine(await temporaryFolder());
  onTestFinished(() => opened.close());
  return opened;
}

async function text(opened: Engine, statement: string): Promise<string> {
  return Buffer.from((await opened.run(statement, { format: 'TSVRaw' })).bytes)
    .toString()
    .trim();
}

test('a second run applies nothing', async () => {
  const target = migrationTarget(await engine());
  const names = readMigrations([SQL_FOLDER]).map((migration) => migration.name);
  expect(names.length).toBeGreaterThan(8);
  expect(await applyMigrations(target)).toEqual(names);
  expect(await applyMigrations(target)).toEqual([]);
});

test('@clickhouse/client is a target as it is', async () => {
  const folder = await temporaryFolder();
  // chdb 3.4.0 is typed against an older copy of the client's interface.
  const connection = createChdbConnection({ path: folder }) as never;
  const client = createClient({ connection });
  onTestFinished(() => client.close());
  expect((await applyMigrations(client)).length).toBeGreaterThan(8);
  const tables = await client.query({ query: 'SHOW TABLES FROM otel', format: 'TabSeparated' });
  expect(await tables.text()).toContain('chat_events\n');
});

test('a migration that was applied in another wording is an error that names it', async () => {
  const opened = await engine();
  const target = migrationTarget(opened);
  await applyMigrations(target);
  await opened.run("INSERT INTO otel.schema_migrations (name, checksum) VALUES ('0003_chat_events', 'old')");
  await expect(applyMigrations(target)).rejects.toThrow(
    'The schema migration 0003_chat_events was applied here in another wording.',
  );
});

test('rows are kept for 90 days, or for as long as the variables say', async () => {
  const opened = await engine();
  await applyMigrations(migrationTarget(opened), { variables: { EVENTS_TTL_DAYS: '7' } });
  expect(await text(opened, 'SHOW CREATE TABLE otel.chat_events')).toContain('toIntervalDay(7)');
  expect(await text(opened, 'SHOW CREATE TABLE otel.otel_traces')).toContain('toIntervalDay(90)');
});

test('a statement ends with a semicolon at the end of a line, not with one inside', () => {
  const sql =
    "-- A comment; with a semicolon\nSELECT ';' AS a; -- no\n, 1;\n\n-- Only a comment.\nSELECT 2;\n";
  expect(splitStatements(sql)).toEqual(["SELECT ';' AS a; -- no\n, 1", 'SELECT 2']);
});

test('a placeholder takes its variable, else its default, else is an error', () => {
  const days = '$' + '{DAYS:-90}';
  expect(substitute(`TTL ${days}`, {})).toBe('TTL 90');
  expect(substitute(`TTL ${days}`, { DAYS: '7' })).toBe('TTL 7');
  expect(() => substitute('$' + '{CLUSTER}', {})).toThrow(/No value for \$\{CLUSTER\}/);
});

test('migrations come in the order of their numbers, whatever their folder', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'chatspan-migrations-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, '0005_between.sql'), '');
  await writeFile(join(folder, 'README.md'), '');
  const names = readMigrations([SQL_FOLDER, folder]).map((migration) => migration.name);
  expect(names.slice(3, 6)).toEqual(['0004_chat_turns', '0005_between', '0006_fill']);
});

test('on a cluster every statement parses, and makes replicated tables on all nodes, sharded by chat session', async () => {
  const opened = await engine();
  const statements: string[] = [];
  const history: string[] = [];
  const target = {
    command: ({ query }: { query: string }) => {
      (query.startsWith('INSERT') ? history : statements).push(query);
      return Promise.resolve();
    },
    query: () => Promise.resolve({ json: () => Promise.resolve([]) }),
  };
  await applyMigrations(target, { cluster: 'shop' });
  const parsed: string[] = [];
  for (const statement of statements) {
    parsed.push(await text(opened, `SELECT formatQuerySingleLine(${stringLiteral(statement)})`));
  }
  expect(history).toHaveLength(readMigrations([SQL_FOLDER, CLUSTER_FOLDER]).length);
  expect(parsed.filter((statement) => !statement.includes('ON CLUSTER shop'))).toEqual([]);
  expect(parsed.filter((statement) => /ENGINE = (?:Replacing)?MergeTree/.test(statement))).toEqual([]);
  expect(
    parsed.find((statement) => statement.includes('TABLE IF NOT EXISTS otel.chat_events_local ')),
  ).toContain('ENGINE = ReplicatedReplacingMergeTree');
  expect(parsed.find((statement) => statement.includes('TABLE IF NOT EXISTS otel.chat_events '))).toContain(
    "ENGINE = Distributed('shop', otel, chat_events_local, cityHash64(chat_session_id))",
  );
});

test('every SQL file says in two comment lines what it is and when it is applied', async () => {
  for (const folder of [SQL_FOLDER, CLUSTER_FOLDER]) {
    for (const { name } of readMigrations([folder])) {
      const lines = (await readFile(join(folder, `${name}.sql`), 'utf8')).split('\n');
      expect.soft(lines[0], name).toMatch(/^-- \S.*\.$/);
      expect.soft(lines[1], name).toMatch(/^-- (?:Applied|The) .*\.$|^-- Applied /);
    }
  }
});
