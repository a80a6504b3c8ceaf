import { createClient } from '@clickhouse/client';
import { applyMigrations } from './apply-migrations.ts';

/**
 * Applies the migrations to a ClickHouse server. Environment variables: CLICKHOUSE_URL, CLICKHOUSE_USER,
 * CLICKHOUSE_PASSWORD, CLICKHOUSE_CLUSTER, TRACES_TTL_DAYS, EVENTS_TTL_DAYS. The README of
 * collector-config/clickhouse has their defaults.
 */
const { env } = process;
const client = createClient({
  url: env.CLICKHOUSE_URL ?? 'http://localhost:8123',
  username: env.CLICKHOUSE_USER ?? 'default',
  password: env.CLICKHOUSE_PASSWORD ?? '',
});
const variables: Record<string, string> = {};
if (env.TRACES_TTL_DAYS !== undefined) variables.TRACES_TTL_DAYS = env.TRACES_TTL_DAYS;
if (env.EVENTS_TTL_DAYS !== undefined) variables.EVENTS_TTL_DAYS = env.EVENTS_TTL_DAYS;
try {
  const applied = await applyMigrations(client, {
    variables,
    ...(env.CLICKHOUSE_CLUSTER === undefined ? {} : { cluster: env.CLICKHOUSE_CLUSTER }),
    onProgress: (message) => console.log(message),
  });
  console.log(applied.length === 0 ? 'The schema is up to date.' : `Applied ${applied.length} migrations.`);
} finally {
  await client.close();
}
