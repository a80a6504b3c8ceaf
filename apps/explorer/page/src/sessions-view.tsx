import { useMemo } from 'preact/hooks';
import type { ListedSessionRow } from '../../contract/session-rows.ts';
import { address, goTo } from './address.ts';
import { useQuery } from './ask-query.ts';
import { filterFromAddress } from './filter-address.ts';
import { FilterForm } from './filter-form.tsx';
import { formatSeconds, formatTime } from './format.ts';
import { Problem } from './problem.tsx';

const COLUMNS: readonly [name: string, text: (row: ListedSessionRow) => string | number][] = [
  ['Duration', (row) => formatSeconds(row.seconds)],
  ['Turns', (row) => row.turns],
  ['Failed', (row) => row.failed_turns],
  ['Slowest answer', (row) => formatSeconds(row.slowest_answer)],
  ['Products clicked', (row) => row.product_clicks],
  ['Rating', (row) => row.rating ?? '–'],
  ['Trigger', (row) => row.trigger_component || '–'],
  ['Outcome', (row) => row.outcome.replaceAll('_', ' ')],
  ['Page', (row) => row.page_url],
];

/** The newest 500 chat sessions of the filter in the address. */
export function SessionsView() {
  return (
    <>
      <FilterForm />
      <SessionList />
    </>
  );
}

function SessionList() {
  const { search, searchParams } = address.value;
  const filter = useMemo(() => filterFromAddress(searchParams, Date.now()), [search]);
  const count = useQuery('explorer-session-count', filter);
  const list = useQuery('explorer-sessions', {
    ...filter,
    sort: 'start',
    direction: 'desc',
    after_number: 0,
    after_text: '',
    after_session: '',
    limit: 500,
  });
  if (list.state === 'failed') return <Problem problem={list.problem} />;
  if (list.state === 'loading') return <p role="status">Asking ClickHouse …</p>;
  const { rows, seconds } = list.answer;
  const total = count.state === 'answered' ? count.answer.rows[0]?.sessions : undefined;
  if (rows.length === 0) {
    return (
      <p class="notice">
        No chat sessions here. To make some: <code>npx --yes pnpm@12 seed</code>
      </p>
    );
  }
  return (
    <>
      <p role="status">
        {rows.length} of {total ?? '…'} chat sessions, in {formatSeconds(seconds)}
      </p>
      <div class="wide">
        <table>
          <thead>
            <tr>
              <th scope="col">Start</th>
              {COLUMNS.map(([name]) => (
                <th scope="col" key={name}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <SessionLine key={row.chat_session_id} row={row} search={search} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function SessionLine({ row, search }: { row: ListedSessionRow; search: string }) {
  const path = `/sessions/${encodeURIComponent(row.chat_session_id)}${search}`;
  return (
    <tr>
      <th scope="row">
        <a
          href={path}
          onClick={(event) => {
            if (event.ctrlKey || event.metaKey || event.shiftKey) return;
            event.preventDefault();
            goTo(path);
          }}
        >
          {formatTime(row.start_ms)}
        </a>
      </th>
      {COLUMNS.map(([name, text]) => (
        <td key={name}>{text(row)}</td>
      ))}
    </tr>
  );
}
