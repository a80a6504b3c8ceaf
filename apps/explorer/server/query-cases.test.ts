import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LocalBackend } from '@chatspan/local-backend/server';
import { expect, test } from 'vitest';
import type { QueryAnswer } from '../contract/answers.ts';
import type { ParametersOf, QueryName } from '../contract/queries.ts';
import { queryPath, sqlPath } from '../contract/query-path.ts';
import { NO_FILTER } from '../contract/session-filter.ts';
import { fetchJson } from '../testing/fetch-json.ts';
import { startTestExplorer } from '../testing/start-test-explorer.ts';
import { loadExplorerQueries } from './load-explorer-queries.ts';

const CASES = join(import.meta.dirname, '../../../collector-config/clickhouse/query-cases');

interface Case {
  parameters: object;
  rows: Record<string, unknown>[];
}

const FIRST_PAGE = {
  sort: 'start',
  direction: 'desc',
  after_number: 0,
  after_text: '',
  after_session: '',
  limit: 50,
};
const RANGE = { from: '2026-11-20T00:00:00.000Z', to: '2026-11-21T00:00:00.000Z' };

function read(file: string): string {
  return readFileSync(join(CASES, file), 'utf8');
}

/** The values of the case, and no condition for all others. */
function parametersOf(known: Iterable<string>, { parameters }: Case): ParametersOf<QueryName> {
  const all = { ...RANGE, ...NO_FILTER, ...FIRST_PAGE, ...parameters } as Record<string, unknown>;
  return Object.fromEntries([...known].map((name) => [name, all[name]])) as never;
}

/** Fields that differ from run to run. */
function withoutClock(rows: readonly Record<string, unknown>[]): Record<string, unknown>[] {
  return rows.map(({ now_ms: _, ...row }) => row);
}

async function post(backend: LocalBackend, turn: number): Promise<void> {
  const body = JSON.parse(read('input.json'));
  // In another order, so that ClickHouse cannot recognize a repeated block.
  for (const { scopeSpans } of body.resourceSpans) {
    for (const scope of scopeSpans) scope.spans.push(...scope.spans.splice(0, turn));
  }
  const response = await fetch(`${backend.otlpUrl}/v1/traces`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(response.status).toBe(200);
}

test('every query answers as its case says, also after two replays, and as the SQL that it shows', async () => {
  const { explorer, backend, runSql } = await startTestExplorer();
  const queries = await loadExplorerQueries();
  const files = readdirSync(CASES).filter((file) => file.startsWith('explorer-'));
  expect(files).toEqual([...queries.keys()].map((name) => `${name}.json`));
  for (const turn of [0, 1, 2]) {
    await post(backend, turn);
    for (const query of queries.values()) {
      const golden: Case = JSON.parse(read(`${query.name}.json`));
      const parameters = parametersOf(query.parameters.keys(), golden);
      const name = query.name as QueryName;
      const { status, body } = await fetchJson(`${explorer.url}${queryPath(name, parameters)}`);
      expect([name, status, body.error]).toEqual([name, 200, undefined]);
      const { rows, seconds } = body as unknown as QueryAnswer<Record<string, unknown>>;
      expect([name, withoutClock(rows)]).toEqual([name, golden.rows]);
      expect(seconds).toBeGreaterThan(0);
      const sql = await (await fetch(`${explorer.url}${sqlPath(name, parameters)}`)).text();
      expect(sql).not.toMatch(/\{\w+:/);
      expect([name, withoutClock(await runSql(sql))]).toEqual([name, golden.rows]);
    }
  }
});
