import { join } from 'node:path';
import type { Migration } from './migration-files.ts';
import { readMigrations, splitStatements, substitute } from './migration-files.ts';

/** What migrations need of ClickHouse; `ClickHouseClient` of `@clickhouse/client` fits. */
export interface MigrationTarget {
  command(options: { query: string }): Promise<unknown>;
  query(options: { query: string; format: 'JSONEachRow' }): Promise<{ json(): Promise<unknown> }>;
}

export interface MigrationOptions {
  /**
   * Values for `${NAME:-default}` in the SQL files: `TRACES_TTL_DAYS` (90) and `EVENTS_TTL_DAYS` (90), in days.
   * @default {}
   */
  variables?: Readonly<Record<string, string>>;
  /** Name of a ClickHouse cluster: replicated tables, sharded by chat session, made on all of its nodes. */
  cluster?: string;
  /** Called before each migration that is applied. */
  onProgress?: (message: string) => void;
}

const FOLDER = join(import.meta.dirname, '../../collector-config/clickhouse');
const HISTORY = 'otel.schema_migrations';

/**
 * Brings the schema of a ClickHouse server, or of the embedded engine, up to date. Run again, it changes nothing.
 * @returns the names of the migrations that this run applied.
 * @throws Error when a migration that was applied earlier reads otherwise now, and what ClickHouse answers to bad SQL.
 */
export async function applyMigrations(
  target: MigrationTarget,
  options: MigrationOptions = {},
): Promise<string[]> {
  const variables = { ...clusterVariables(options.cluster), ...options.variables };
  const folders = [FOLDER];
  if (options.cluster !== undefined) folders.push(join(FOLDER, 'cluster'));
  const migrations = readMigrations(folders);
  await createHistory(target, variables);
  const applied = await readHistory(target);
  const names: string[] = [];
  for (const migration of migrations) {
    const checksum = applied.get(migration.name);
    if (checksum === migration.checksum) continue;
    if (checksum !== undefined) throw new Error(changedMigration(migration));
    options.onProgress?.(`Applying schema migration ${migration.name}`);
    for (const statement of splitStatements(substitute(migration.sql, variables))) {
      await target.command({ query: statement });
    }
    const row = `('${migration.name}', '${migration.checksum}')`;
    await target.command({ query: `INSERT INTO ${HISTORY} (name, checksum) VALUES ${row}` });
    names.push(migration.name);
  }
  return names;
}

function clusterVariables(cluster: string | undefined): Record<string, string> {
  if (cluster === undefined) return {};
  if (!/^[\w.-]+$/.test(cluster)) throw new Error(`Not the name of a cluster: ${JSON.stringify(cluster)}.`);
  return {
    CLUSTER: cluster,
    ON_CLUSTER: `ON CLUSTER '${cluster}'`,
    LOCAL: '_local',
    REPLICATED: 'Replicated',
  };
}

async function createHistory(
  target: MigrationTarget,
  variables: Readonly<Record<string, string>>,
): Promise<void> {
  // Both stand before the first migration: the history itself lives in this database.
  const onCluster = variables.ON_CLUSTER ?? '';
  await target.command({ query: `CREATE DATABASE IF NOT EXISTS otel ${onCluster}` });
  await target.command({
    query: `CREATE TABLE IF NOT EXISTS ${HISTORY} ${onCluster}
      (name String, checksum String, applied_at DateTime('UTC') DEFAULT now())
      ENGINE = ${variables.REPLICATED ?? ''}ReplacingMergeTree ORDER BY name`,
  });
}

async function readHistory(target: MigrationTarget): Promise<Map<string, string>> {
  const result = await target.query({
    query: `SELECT name, checksum FROM ${HISTORY} FINAL`,
    format: 'JSONEachRow',
  });
  const rows = (await result.json()) as { name: string; checksum: string }[];
  return new Map(rows.map((row) => [row.name, row.checksum]));
}

function changedMigration(migration: Migration): string {
  return (
    `The schema migration ${migration.name} was applied here in another wording. ` +
    'Write a new migration instead of changing one, or start from an empty database (`--fresh`).'
  );
}
