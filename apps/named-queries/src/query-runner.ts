import { ClickHouseLogLevel, createClient } from '@clickhouse/client';
import type { NamedQuery } from './load-queries.ts';
import type { ParameterValues } from './parameter-values.ts';
import { queryFailed } from './query-failed.ts';

/** A row of ClickHouse's JSON format: column name → value. */
export type Row = Readonly<Record<string, unknown>>;

export interface QueryRunnerOptions {
  /** Base URL of the ClickHouse HTTP interface. */
  readonly url: string;
  /** A user who may only read. Left out: ClickHouse's `default` without a password. */
  readonly username?: string;
  readonly password?: string;
  /** Seconds after which ClickHouse ends a query. @default 10 */
  readonly maxSeconds?: number;
  /** A result with more rows is an error. @default 10000 */
  readonly maxRows?: number;
  /** Memory that a query may take, in bytes. Left out: the limit of the user. */
  readonly maxMemoryBytes?: number;
}

export interface QueryResult {
  readonly rows: Row[];
  /** Seconds that ClickHouse took. */
  readonly seconds: number;
  readonly rowsRead: number;
}

export interface QueryRunner {
  /**
   * @param signal Closes the connection to ClickHouse, which then cancels the query.
   * @throws QueryFailedError when ClickHouse is away, refuses the query or takes too long; the reason of `signal`.
   */
  run(query: NamedQuery, values: ParameterValues, signal: AbortSignal): Promise<QueryResult>;
  /** Closes the connections. Queries that run are ended. */
  close(): Promise<void>;
}

export function createQueryRunner(options: QueryRunnerOptions): QueryRunner {
  const { url, username, password, maxSeconds = 10, maxRows = 10_000, maxMemoryBytes } = options;
  const closing = new AbortController();
  const client = createClient({
    url,
    ...(username !== undefined && { username }),
    ...(password !== undefined && { password }),
    // The caller hears of every error.
    log: { level: ClickHouseLogLevel.OFF },
    // ClickHouse gets the time to say that a query took too long.
    request_timeout: (maxSeconds + 2) * 1000,
    clickhouse_settings: {
      max_execution_time: maxSeconds,
      max_result_rows: String(maxRows),
      ...(maxMemoryBytes !== undefined && { max_memory_usage: String(maxMemoryBytes) }),
      // An error in the middle of an answer would come with status 200.
      wait_end_of_query: 1,
      cancel_http_readonly_queries_on_client_close: 1,
    },
  });

  /** Tells an older schema from none. */
  async function hasTables(): Promise<boolean> {
    const tables = await client.query({ query: 'EXISTS TABLE otel.chat_events', format: 'TabSeparated' });
    return (await tables.text()).trim() === '1';
  }

  return {
    async run(query, values, signal) {
      try {
        const result = await client.query({
          query: query.sql,
          query_params: { ...values },
          format: 'JSON',
          abort_signal: AbortSignal.any([signal, closing.signal]),
        });
        const { data, statistics } = await result.json<Row>();
        return { rows: data, seconds: statistics?.elapsed ?? 0, rowsRead: statistics?.rows_read ?? 0 };
      } catch (error) {
        signal.throwIfAborted();
        throw await queryFailed(error, { origin: new URL(url).origin, maxSeconds, hasTables });
      }
    },
    async close() {
      closing.abort();
      await client.close();
    },
  };
}
