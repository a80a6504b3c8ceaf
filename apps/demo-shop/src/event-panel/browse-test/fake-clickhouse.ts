import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** What the fake answers with; a test changes it while the page reads. */
export interface FakeAnswers {
  status: number;
  /** Rows of otel.chat_events, latest first. */
  events: { seq: number; event_name: string }[];
  /** Rows of otel.otel_traces, as the panel's query names their columns. */
  spans: { TraceId: string }[];
}

export interface FakeClickhouse {
  readonly url: string;
  readonly answers: FakeAnswers;
  /** The parameter `session` of each query since the last call. */
  askedFor(): (string | null)[];
  close(): Promise<void>;
}

/** A ClickHouse that knows the panel's three queries and answers them with fixed rows. */
export async function startFakeClickhouse(): Promise<FakeClickhouse> {
  const answers: FakeAnswers = { status: 200, events: [], spans: [] };
  let asked: (string | null)[] = [];
  const server = createServer(async (request, response) => {
    const { searchParams } = new URL(request.url ?? '/', 'http://clickhouse');
    const query = await text(request);
    asked.push(searchParams.get('param_session'));
    response.statusCode = answers.status;
    if (answers.status !== 200)
      return void response.end('Code: 60. DB::Exception: There is no table. (UNKNOWN_TABLE)');
    const data = rowsFor(query, searchParams.get('param_trace'), answers);
    response.end(JSON.stringify({ data }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answers,
    askedFor() {
      const since = asked;
      asked = [];
      return since;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function rowsFor(query: string, trace: string | null, { events, spans }: FakeAnswers): object[] {
  if (query.includes('otel.chat_events'))
    return events.map((row) => ({ ...eventRow(row), events_in_session: events.length }));
  if (trace === null)
    return [...new Set(spans.map(({ TraceId }) => TraceId))].map((id) => ({ trace_id: id }));
  const found = spans.filter(({ TraceId }) => TraceId === trace);
  return found.map((row) => ({ ...row, spans_in_trace: found.length }));
}

function eventRow(row: { seq: number; event_name: string }): object {
  return {
    ...row,
    event_time: `2026-03-01 10:00:0${row.seq}`,
    event_time_ms: 1772359200000 + row.seq * 1000,
    trace_id: 'aa',
    span_id: 'bb',
    span_name: 'shopping_chat.activity',
    widget_state: 'open',
    link_type: `text_url ${row.seq}`,
  };
}
