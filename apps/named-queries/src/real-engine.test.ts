import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LocalBackend } from '@chatspan/local-backend/server';
import { startLocalBackend } from '@chatspan/local-backend/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { NamedQuery } from './load-queries.ts';
import { loadQueries, parseQuery } from './load-queries.ts';
import { parameterValues } from './parameter-values.ts';
import type { QueryRunner, Row } from './query-runner.ts';
import { createQueryRunner } from './query-runner.ts';

const QUERIES = join(import.meta.dirname, '../../../collector-config/clickhouse/queries');

let dataDir: string;
let backend: LocalBackend;
let runner: QueryRunner;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'chatspan-queries-'));
  backend = await startLocalBackend({ dataDir, otlpPort: false, clickhousePort: 0 });
  runner = createQueryRunner({
    url: backend.clickhouseUrl,
    username: backend.readerUser,
    password: backend.readerPassword,
    maxSeconds: 1,
    maxRows: 10,
  });
});

afterAll(async () => {
  await runner.close();
  await backend.close();
  await rm(dataDir, { recursive: true });
});

async function run(query: NamedQuery, search: string, signal = new AbortController().signal): Promise<Row[]> {
  return (await runner.run(query, parameterValues(query, new URLSearchParams(search)), signal)).rows;
}

const VALUES: Record<string, string> = {
  String: "a'b\\c {x:String}\n--",
  UInt64: '18446744073709551615',
  Int8: '-128',
  Float64: '-1.5',
  Bool: 'true',
  Date: '2026-11-01',
  'DateTime64(3)': '2026-11-01T08:00:00.250Z',
  'Array(String)': '["a\'b","\\\\","[]"]',
  'Array(UInt64)': '["18446744073709551615",1]',
  'Array(Date)': '["2026-11-01"]',
};

test.each([
  ['String', VALUES.String],
  ['UInt64', '18446744073709551615'],
  ['Int8', '-128'],
  ['Float64', '-1.5'],
  ['Bool', 'true'],
  ['Date', '2026-11-01'],
  ['DateTime64(3)', '2026-11-01 08:00:00.250'],
  ['Array(String)', "['a\\'b','\\\\','[]']"],
  ['Array(UInt64)', '[18446744073709551615,1]'],
  ['Array(Date)', "['2026-11-01']"],
])('a value of the type %s arrives as it was sent', async (type, expected) => {
  const query = parseQuery('value.sql', `-- A value.\nSELECT toString({value:${type}}) AS value`);
  const search = new URLSearchParams({ value: VALUES[type] ?? '' });
  expect(await run(query, String(search))).toEqual([{ value: expected }]);
});

test('every query of the repository runs on the schema', async () => {
  const queries = await loadQueries(QUERIES);
  expect([...queries.keys()]).toEqual(expect.arrayContaining(['chat-events', 'chat-traces', 'trace-spans']));
  const withRows: string[] = [];
  for (const query of queries.values()) {
    const search = new URLSearchParams();
    for (const [name, type] of query.parameters) search.set(name, VALUES[type.name] ?? '1');
    if ((await run(query, String(search))).length > 0) withRows.push(query.name);
  }
  // Those that count.
  expect(withRows).toEqual(['explorer-freshness', 'explorer-session-count', 'explorer-summary']);
});

test('a query that takes too long is ended', async () => {
  const query = parseQuery('long.sql', '-- Long.\nSELECT sum(cityHash64(number)) FROM numbers(1e12)');
  await expect(run(query, '')).rejects.toMatchObject({
    status: 504,
    message: 'The query took longer than 1 s.',
  });
});

test('a result with too many rows is an error', async () => {
  const query = parseQuery('many.sql', '-- Many.\nSELECT number FROM numbers(11)');
  await expect(run(query, '')).rejects.toMatchObject({
    status: 502,
    message: expect.stringContaining('ClickHouse refused the query (TOO_MANY_ROWS_OR_BYTES)'),
  });
});

test('closing the runner ends what runs', async () => {
  const { url, username, password } = {
    url: backend.clickhouseUrl,
    username: 'reader',
    password: backend.readerPassword,
  };
  const other = createQueryRunner({ url, username, password });
  const query = parseQuery('long.sql', '-- Long.\nSELECT sum(cityHash64(number)) FROM numbers(1e12)');
  const asked = other.run(query, {}, new AbortController().signal);
  const [, settled] = await Promise.all([other.close(), Promise.allSettled([asked])]);
  expect(settled[0]?.status).toBe('rejected');
});
