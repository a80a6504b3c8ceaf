import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ask } from '../src/test-support/ask.ts';
import { postTraces } from '../src/test-support/post-otlp.ts';
import { startTestBackend } from '../src/test-support/start-test-backend.ts';

const SQL_FOLDER = join(import.meta.dirname, '../../../collector-config/clickhouse');
const readme = readFileSync(join(SQL_FOLDER, 'README.md'), 'utf8');

test('each query in the README returns rows', async () => {
  const backend = await startTestBackend();
  const input = readFileSync(join(SQL_FOLDER, 'cases/sessions/input.json'), 'utf8');
  expect((await postTraces(backend, input)).status).toBe(200);
  const queries = [...readme.matchAll(/```sql\n(.*?)```/gs)].map(([, query = '']) => query);
  expect(queries.length).toBeGreaterThanOrEqual(5);
  for (const query of queries) expect.soft((await ask(backend, query)).length, query).toBeGreaterThan(0);
});

test('the README names every table and view, and no others', async () => {
  const backend = await startTestBackend();
  const names = (await ask(backend, 'SHOW TABLES FROM otel')).map((row) => String(row.name));
  const documented = new Set(
    [...readme.matchAll(/`((?:chat|otel)_\w+)(?:\([\w, ]+\))?`/g)].map(([, name]) => name),
  );
  const asked = names.filter((name) => !name.endsWith('_mv') && name !== 'schema_migrations');
  expect([...documented].filter((name) => !name?.endsWith('_local')).toSorted()).toEqual(asked.toSorted());
});
