/** The body of `GET /api/queries/<name>` with status 200. */
export interface QueryAnswer<Row> {
  rows: Row[];
  /** Seconds that ClickHouse took. */
  seconds: number;
  rows_read: number;
}

export type ProblemCode =
  | 'unreachable'
  | 'wrong_password'
  | 'tables_missing'
  | 'older_schema'
  | 'too_long'
  | 'too_much'
  | 'busy'
  | 'refused'
  | 'bad_parameters'
  | 'no_such_query'
  | 'foreign_page'
  | 'not_allowed'
  | 'not_signed_in';

/** The body of every other answer below `/api/`. */
export interface QueryProblem {
  code: ProblemCode;
  /** What happened. */
  error: string;
  /** The path that was asked for. */
  where: string;
  whatToDo: string;
}

/** The body of `GET /api/settings`. */
export interface Settings {
  /** Origin of the ClickHouse that is asked. */
  clickhouse: string;
  /** "Open in …": `{trace_id}`, `{span_id}` and `{start_ms}` are filled in by the page. */
  trace_links: { name: string; template: string }[];
  /** A form at `POST /sign-out` ends the session. */
  has_sign_in: boolean;
}
