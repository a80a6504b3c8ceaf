import { ClickHouseError } from '@clickhouse/client';

export type FailureCode =
  | 'unreachable'
  | 'wrong_password'
  | 'tables_missing'
  | 'older_schema'
  | 'too_long'
  | 'too_much'
  | 'busy'
  | 'refused';

const STATUS = {
  unreachable: 502,
  wrong_password: 502,
  tables_missing: 502,
  older_schema: 502,
  too_long: 504,
  too_much: 502,
  busy: 503,
  refused: 502,
} as const satisfies Record<FailureCode, number>;

/** What went wrong, as an HTTP status: 502 ClickHouse is away or refuses the query, 503 it is busy, 504 it took too long. */
export class QueryFailedError extends Error {
  override readonly name = 'QueryFailedError';
  readonly status: 502 | 503 | 504;
  readonly code: FailureCode;
  readonly whatToDo: string;

  constructor(code: FailureCode, message: string, whatToDo: string, cause: unknown) {
    super(message, { cause });
    this.status = STATUS[code];
    this.code = code;
    this.whatToDo = whatToDo;
  }
}

export interface FailureContext {
  /** Of ClickHouse. */
  readonly origin: string;
  readonly maxSeconds: number;
  /** Whether `otel.chat_events` is there. */
  readonly hasTables: () => Promise<boolean>;
}

/** ClickHouse's names: https://github.com/ClickHouse/ClickHouse/blob/master/src/Common/ErrorCodes.cpp */
const CODE_OF: Readonly<Record<string, FailureCode>> = {
  AUTHENTICATION_FAILED: 'wrong_password',
  REQUIRED_PASSWORD: 'wrong_password',
  UNKNOWN_USER: 'wrong_password',
  WRONG_PASSWORD: 'wrong_password',
  UNKNOWN_DATABASE: 'tables_missing',
  UNKNOWN_TABLE: 'older_schema',
  // A view with parameters is called like a function.
  UNKNOWN_FUNCTION: 'older_schema',
  UNKNOWN_IDENTIFIER: 'older_schema',
  NO_SUCH_COLUMN_IN_TABLE: 'older_schema',
  TIMEOUT_EXCEEDED: 'too_long',
  MEMORY_LIMIT_EXCEEDED: 'too_much',
  TOO_MANY_ROWS: 'too_much',
  TOO_MANY_ROWS_OR_BYTES: 'too_much',
  TOO_MANY_BYTES: 'too_much',
  TOO_MANY_SIMULTANEOUS_QUERIES: 'busy',
};

/** What a page is told about an error of `@clickhouse/client`. */
export async function queryFailed(error: unknown, context: FailureContext): Promise<QueryFailedError> {
  const { origin } = context;
  const message = error instanceof Error ? error.message : String(error);
  const line = message.trim().split('\n')[0]?.slice(0, 300);
  if (error instanceof ClickHouseError) {
    const refused = `ClickHouse refused the query (${error.type}): ${line}`;
    return refusal(CODE_OF[error.type ?? ''] ?? 'refused', refused, error, context);
  }
  if (message === 'Timeout error.') return refusal('too_long', message, error, context);
  if (error instanceof Error && 'code' in error) {
    const away = `ClickHouse at ${origin} cannot be reached (${error.code}).`;
    return new QueryFailedError('unreachable', away, 'Start it, or wait until it is up.', error);
  }
  const strange = `${origin} gave no answer of ClickHouse: ${line}`;
  return new QueryFailedError('unreachable', strange, 'Check that this is the address of ClickHouse.', error);
}

async function refusal(
  code: FailureCode,
  refused: string,
  error: unknown,
  { maxSeconds, hasTables }: FailureContext,
): Promise<QueryFailedError> {
  const failed = (code: FailureCode, message: string, whatToDo: string) =>
    new QueryFailedError(code, message, whatToDo, error);
  switch (code) {
    case 'wrong_password':
      return failed(
        code,
        'ClickHouse does not accept the user and password.',
        'Check CHATSPAN_CLICKHOUSE_USER and its password.',
      );
    case 'tables_missing':
    case 'older_schema':
      return (await hasTables().catch(() => false))
        ? failed('older_schema', refused, 'Start with an empty database: its schema is of an older version.')
        : failed('tables_missing', refused, 'Check that the schema migrations have run.');
    case 'too_long':
      return failed(
        code,
        `The query took longer than ${maxSeconds} s.`,
        'Ask for less, or try again when ClickHouse is less busy.',
      );
    case 'too_much':
      return failed(code, refused, 'Ask for less, such as a shorter time range.');
    case 'busy':
      return failed(code, 'ClickHouse runs too many queries already.', 'Try again later.');
    default:
      return failed(code, refused, 'Check that the schema migrations have run.');
  }
}
