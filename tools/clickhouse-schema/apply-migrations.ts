import { join } from 'node:path';
import type { Migration } from './migration-files.ts';
import { readMigrations, splitStatements, substitute } from './migration-files.ts';

/** The part of ClickHouse's client that migrations use; a `ClickHouseClient` of `@clickhouse/client` fits. */
export interface MigrationTarget {
  command(options: { query: string }): Promise<unknown>;
  query(options: { query: string; format: 'JSONEachRow' }): Promise<{ json(): Promise<unknown> }>;
}

export interface MigrationOptions {
  /**
   * Values for `${NAME:-default}` in the SQL files: `TRACES_TTL_DAYS` (90) and `EVENTS_TTL_DAYS` (90).
   * @default {}
   */
  variables?: Readonly<Record<string, string>>;
  /** Name of a ClickHouse cluster. Its nodes get replicated tables, sharded by chat session. */
  cluster?: string;
  /** Called once, before the first migration that is applied. */
  onProgress?: (message: string) => void;
}

const FOLDER = join(import.meta.dirname, '../../collector-config/clickhouse');
const HISTORY = 'otel.schema_migrations';

/**
 * Creates the schema in a ClickHouse server or in the embedded engine. A second run changes nothing.
 * @returns the names of the migrations that this run applied.
 * @throws Error if the database has another version's schema, or ClickHouse rejects a statement.
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
  rejectOtherVersion(migrations, applied);
  const pending = migrations.filter(({ name }) => !applied.has(name));
  if (pending.length > 0) options.onProgress?.(`Applying ${pending.length} schema migrations`);
  for (const migration of pending) await applyMigration(target, migration, variables);
  return pending.map(({ name }) => name);
}

async function applyMigration(
  target: MigrationTarget,
  { name, sql, checksum }: Migration,
  variables: Readonly<Record<string, string>>,
): Promise<void> {
  try {
    for (const statement of splitStatements(substitute(sql, variables))) {
      await target.command({ query: statement });
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The schema migration ${name} failed: ${reason}`, { cause: error });
  }
  await target.command({
    query: `INSERT INTO ${HISTORY} (name, checksum) VALUES ('${name}', '${checksum}')`,
  });
}

function clusterVariables(cluster: string | undefined): Record<string, string> {
  if (cluster === undefined) return {};
  if (!/^[\w.-]+$/.test(cluster)) throw new Error(`Not a valid cluster name: ${JSON.stringify(cluster)}.`);
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
  // The history is in this database, so the database is needed before the first migration.
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

/** Checked before the first statement runs, so a database of another version stays as it is. */
function rejectOtherVersion(migrations: readonly Migration[], applied: ReadonlyMap<string, string>): void {
  const expected = new Map(migrations.map(({ name, checksum }) => [name, checksum]));
  for (const [name, checksum] of applied) {
    if (expected.get(name) === checksum) continue;
    throw new Error(
      `The database "otel" has another version's schema (${name}). ` +
        'Start with an empty database: use `--fresh`, or drop "otel" on a server.',
    );
  }
}
