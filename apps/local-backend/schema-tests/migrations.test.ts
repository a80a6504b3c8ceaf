import { writeFile } from 'node:fs/promises';
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

test('a migration that ClickHouse rejects is named in the error, and applied by the next run', async () => {
  const target = migrationTarget(await engine());
  const command: typeof target.command = ({ query }) =>
    target.command({ query: query.includes('VIEW otel.chat_funnel') ? 'SELECT nothing' : query });
  await expect(applyMigrations({ ...target, command })).rejects.toThrow(
    /^The schema migration \d{4}_chat_funnel failed: .*nothing/,
  );
  expect((await applyMigrations(target))[0]).toMatch(/_chat_funnel$/);
});

test('a client of @clickhouse/client is accepted as a target', async () => {
  const folder = await temporaryFolder();
  // The types of chdb 3.4.0 come from an older version of the client.
  const connection = createChdbConnection({ path: folder }) as never;
  const client = createClient({ connection });
  onTestFinished(() => client.close());
  expect((await applyMigrations(client)).length).toBeGreaterThan(8);
  const tables = await client.query({ query: 'SHOW TABLES FROM otel', format: 'TabSeparated' });
  expect(await tables.text()).toContain('chat_events\n');
});

test.for([
  ['a file that is gone', "('0006_fill', 'any')"],
  ['a file with other statements', "('0005_chat_events', 'old')"],
] as const)('a database made from %s is left as it is, with one sentence on what to do', async ([, row]) => {
  const opened = await engine();
  await opened.run('CREATE DATABASE otel');
  await opened.run(
    `CREATE TABLE otel.schema_migrations (name String, checksum String, applied_at DateTime('UTC') DEFAULT now())
      ENGINE = ReplacingMergeTree ORDER BY name`,
  );
  await opened.run(`INSERT INTO otel.schema_migrations (name, checksum) VALUES ${row}`);
  await expect(applyMigrations(migrationTarget(opened))).rejects.toThrow(
    /^The database "otel" has another version's schema \(000\d_\w+\)\. Start with an empty database: use `--fresh`, or drop "otel" on a server\.$/,
  );
  expect(await text(opened, 'SHOW TABLES FROM otel')).toBe('schema_migrations');
});

test('a comment can change without a new schema, a statement cannot', async () => {
  const folder = await temporaryFolder();
  const checksum = async (sql: string): Promise<string | undefined> => {
    await writeFile(join(folder, '0001_a.sql'), sql);
    return readMigrations([folder])[0]?.checksum;
  };
  const before = await checksum('-- Old.\nSELECT\n  -- Old.\n  1;\n');
  expect(await checksum('-- New.\n-- Longer.\nSELECT\n  -- New.\n  1;\n')).toBe(before);
  expect(await checksum('-- Old.\nSELECT\n  -- Old.\n  2;\n')).not.toBe(before);
});

test('each file creates one table, view or fill, and together they create all there are', async () => {
  const opened = await engine();
  await applyMigrations(migrationTarget(opened));
  const created = readMigrations([SQL_FOLDER]).map(({ name, sql }) => {
    const statements = splitStatements(sql);
    expect(statements, name).toHaveLength(1);
    return /^CREATE (?:OR REPLACE )?(?:TABLE|VIEW|MATERIALIZED VIEW) (?:IF NOT EXISTS )?otel\.(\w+)/.exec(
      statements[0] ?? '',
    )?.[1];
  });
  const [database, ...objects] = created;
  expect(database).toBeUndefined();
  const existing = (await text(opened, 'SHOW TABLES FROM otel')).split('\n');
  expect([...objects, 'schema_migrations'].toSorted()).toEqual(existing.toSorted());
});

test('the files are numbered without gaps, and a cluster file stands beside the file of its table', () => {
  const names = readMigrations([SQL_FOLDER]).map(({ name }) => name);
  expect(names.map((name) => Number(name.slice(0, 4)))).toEqual(names.map((_, index) => index + 1));
  const tables = names.filter((name) => /^(?:000[2-7]|0023)_/.test(name));
  expect(readMigrations([CLUSTER_FOLDER]).map(({ name }) => name)).toEqual(
    tables.map((name) => `${name}_distributed`),
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

test('a placeholder gets its variable, or its default, and without either it is an error', () => {
  const days = '$' + '{DAYS:-90}';
  expect(substitute(`TTL ${days}`, {})).toBe('TTL 90');
  expect(substitute(`TTL ${days}`, { DAYS: '7' })).toBe('TTL 7');
  expect(() => substitute('$' + '{CLUSTER}', {})).toThrow(/No value for \$\{CLUSTER\}/);
});

test('migrations are sorted by name across folders', async () => {
  const folder = await temporaryFolder();
  const clusterFolder = await temporaryFolder();
  for (const file of ['0002_events.sql', '0003_turns.sql', 'README.md'])
    await writeFile(join(folder, file), '');
  await writeFile(join(clusterFolder, '0002_events_distributed.sql'), '');
  expect(readMigrations([folder, clusterFolder]).map(({ name }) => name)).toEqual([
    '0002_events',
    '0002_events_distributed',
    '0003_turns',
  ]);
});

test('on a cluster every statement parses and creates replicated tables on all nodes, sharded by chat session', async () => {
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

test('every SQL file starts with a comment that says what it creates', () => {
  for (const { name, sql } of readMigrations([SQL_FOLDER, CLUSTER_FOLDER])) {
    expect.soft(sql.slice(0, sql.indexOf('\nCREATE')), name).toMatch(/^-- [^\n]*(?:\n-- [^\n]*)*[.]$/);
  }
});
