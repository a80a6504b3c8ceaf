import { ClickHouseError, ClickHouseLogLevel, createClient } from '@clickhouse/client';
import type { NamedQuery } from './load-queries.ts';
import type { ParameterValues } from './parameter-values.ts';

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
}

export interface QueryRunner {
  /**
   * @param signal Closes the connection to ClickHouse, which then cancels the query.
   * @throws QueryFailedError when ClickHouse is away, refuses the query or takes too long; the reason of `signal`.
   */
  run(query: NamedQuery, values: ParameterValues, signal: AbortSignal): Promise<Row[]>;
  /** Closes the connections. Queries that run are ended. */
  close(): Promise<void>;
}

/** What went wrong, as an HTTP status: 502 ClickHouse is away or refuses the query, 503 it is busy, 504 it took too long. */
export class QueryFailedError extends Error {
  override readonly name = 'QueryFailedError';
  readonly status: 502 | 503 | 504;
  readonly whatToDo: string;

  constructor(status: 502 | 503 | 504, message: string, whatToDo: string, cause: unknown) {
    super(message, { cause });
    this.status = status;
    this.whatToDo = whatToDo;
  }
}

/** ClickHouse's codes: https://github.com/ClickHouse/ClickHouse/blob/master/src/Common/ErrorCodes.cpp */
const TIMEOUT_EXCEEDED = '159';
const TOO_MANY_SIMULTANEOUS_QUERIES = '202';

export function createQueryRunner(options: QueryRunnerOptions): QueryRunner {
  const { url, username, password, maxSeconds = 10, maxRows = 10_000 } = options;
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
      // An error in the middle of an answer would come with status 200.
      wait_end_of_query: 1,
      cancel_http_readonly_queries_on_client_close: 1,
    },
  });

  return {
    async run(query, values, signal) {
      try {
        const result = await client.query({
          query: query.sql,
          query_params: { ...values },
          format: 'JSON',
          abort_signal: AbortSignal.any([signal, closing.signal]),
        });
        return (await result.json<Row>()).data;
      } catch (error) {
        signal.throwIfAborted();
        throw queryFailed(error, new URL(url).origin, maxSeconds);
      }
    },
    async close() {
      closing.abort();
      await client.close();
    },
  };
}

function queryFailed(error: unknown, origin: string, maxSeconds: number): QueryFailedError {
  const message = error instanceof Error ? error.message : String(error);
  const isRefusal = error instanceof ClickHouseError;
  const tookTooLong = isRefusal ? error.code === TIMEOUT_EXCEEDED : message === 'Timeout error.';
  if (tookTooLong) {
    const whatToDo = 'Ask for less, or try again when ClickHouse is less busy.';
    return new QueryFailedError(504, `The query took longer than ${maxSeconds} s.`, whatToDo, error);
  }
  if (isRefusal && error.code === TOO_MANY_SIMULTANEOUS_QUERIES) {
    return new QueryFailedError(503, 'ClickHouse runs too many queries already.', 'Try again later.', error);
  }
  const line = message.trim().split('\n')[0]?.slice(0, 300);
  if (isRefusal) {
    const whatToDo = 'Check that the schema migrations have run.';
    return new QueryFailedError(
      502,
      `ClickHouse refused the query (${error.type}): ${line}`,
      whatToDo,
      error,
    );
  }
  if (error instanceof Error && 'code' in error) {
    const whatToDo = 'Start it, or wait until it is up.';
    return new QueryFailedError(
      502,
      `ClickHouse at ${origin} cannot be reached (${error.code}).`,
      whatToDo,
      error,
    );
  }
  const whatToDo = 'Check that this is the address of ClickHouse.';
  return new QueryFailedError(502, `${origin} gave no answer of ClickHouse: ${line}`, whatToDo, error);
}
