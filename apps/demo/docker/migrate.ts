import { applyMigrations } from '@chatspan-tools/clickhouse-schema/apply-migrations';
import { createClient } from '@clickhouse/client';
import { required } from './required-env.ts';

const client = createClient({
  url: required('CHATSPAN_CLICKHOUSE_URL'),
  username: 'migrator',
  password: required('CHATSPAN_CLICKHOUSE_ADMIN_PASSWORD'),
});
const applied = await applyMigrations(client, { onProgress: console.log });
await client.close();
console.log(`${applied.length} schema migrations applied`);
