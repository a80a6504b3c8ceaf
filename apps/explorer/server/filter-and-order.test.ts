import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { QueryAnswer } from '../contract/answers.ts';
import { queryPath } from '../contract/query-path.ts';
import type { SessionFilter } from '../contract/session-filter.ts';
import { NO_FILTER } from '../contract/session-filter.ts';
import type { ListedSessionRow, SessionSort, SessionsParameters } from '../contract/session-rows.ts';
import { startTestExplorer } from '../testing/start-test-explorer.ts';

const INPUT = join(import.meta.dirname, '../../../collector-config/clickhouse/query-cases/input.json');

const FIRST_PAGE: SessionsParameters = {
  from: '2026-11-20T00:00:00.000Z',
  to: '2026-11-21T00:00:00.000Z',
  ...NO_FILTER,
  sort: 'start',
  direction: 'asc',
  after_number: 0,
  after_text: '',
  after_session: '',
  limit: 50,
};

async function startWithSessions() {
  const { explorer, backend } = await startTestExplorer();
  const response = await fetch(`${backend.otlpUrl}/v1/traces`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: readFileSync(INPUT),
  });
  expect(response.status).toBe(200);
  /** The first letters of the chat sessions: a, b, c. */
  return async (parameters: Partial<SessionsParameters>): Promise<ListedSessionRow[]> => {
    const answer = await fetch(
      explorer.url + queryPath('explorer-sessions', { ...FIRST_PAGE, ...parameters }),
    );
    expect(answer.status).toBe(200);
    return ((await answer.json()) as QueryAnswer<ListedSessionRow>).rows;
  };
}

function letters(rows: readonly ListedSessionRow[]): string {
  return rows.map((row) => row.chat_session_id[0]).join('');
}

const FILTERS: [Partial<SessionFilter>, string][] = [
  [{ from: '2026-11-20T10:00:00.001Z' }, 'bc'],
  [{ to: '2026-11-20T11:00:00.000Z' }, 'a'],
  [{ triggers: ['PLP_BANNER', 'HEADER_ICON'] }, 'bc'],
  [{ ratings: ['thumbs_down', 'rated_5'] }, 'ab'],
  [{ outcomes: ['failed', 'opened'] }, 'bc'],
  [{ with: ['failed', 'asked'] }, 'b'],
  [{ without: ['failed'] }, 'ac'],
  [{ products: ['431374', '1'] }, 'a'],
  [{ actions: ['chat_closed'] }, 'c'],
  [{ tools: ['search_products'] }, 'a'],
  [{ versions: ['2.4.0'] }, 'ac'],
  [{ environments: ['production'] }, 'abc'],
  [{ environments: ['test'] }, ''],
  [{ devices: ['mobile'] }, 'b'],
  [{ visit: 'visit-1' }, 'ac'],
  [{ user: 'user-7' }, 'ac'],
  [{ user: 'visit-1' }, ''],
  [{ min_turns: 1 }, 'ab'],
  [{ max_turns: 0 }, 'c'],
  [{ min_seconds: 30, max_seconds: 39.5 }, 'b'],
  [{ min_answer_seconds: 2.5 }, 'a'],
  [{ text: 'b2b2b2' }, 'b'],
  [{ text: 'resp-1' }, 'a'],
  [{ text: 'conv-' }, 'ab'],
  [{ text: "'; DROP" }, ''],
  [{ versions: ['2.4.0'], without: ['asked'], devices: ['desktop'] }, 'c'],
];

test('each condition of the filter finds its chat sessions', async () => {
  const ask = await startWithSessions();
  for (const [filter, expected] of FILTERS) {
    expect([filter, letters(await ask(filter))]).toEqual([filter, expected]);
  }
});

const ASCENDING: Record<SessionSort, string> = {
  start: 'abc',
  seconds: 'cba',
  turns: 'cab',
  failed_turns: '',
  slowest_answer: '',
  product_clicks: '',
  rating: '',
  trigger: 'cab',
  page: 'cba',
  outcome: 'bca',
  version: '',
};

test('every column sorts both ways, and pages of one row are the same list', async () => {
  const ask = await startWithSessions();
  for (const [sort, expected] of Object.entries(ASCENDING) as [SessionSort, string][]) {
    const ascending = letters(await ask({ sort }));
    // Ties have an order of their own, which only has to be the same each time.
    if (expected !== '') expect([sort, ascending]).toEqual([sort, expected]);
    for (const direction of ['asc', 'desc'] as const) {
      const pages: ListedSessionRow[] = [];
      for (let page = await ask({ sort, direction, limit: 1 }); page.length > 0; ) {
        pages.push(...page);
        const last = page.at(-1);
        page = await ask({
          sort,
          direction,
          limit: 1,
          after_number: last?.sort_number ?? 0,
          after_text: last?.sort_text ?? '',
          after_session: last?.chat_session_id ?? '',
        });
      }
      const whole = direction === 'asc' ? ascending : [...ascending].reverse().join('');
      expect([sort, direction, letters(pages)]).toEqual([sort, direction, whole]);
    }
  }
});
