import type { ServerResponse } from 'node:http';
import type { ReadAnswer } from './answer-read.ts';
import { describeException } from './clickhouse-exception.ts';

const CONTENT_TYPES: readonly [RegExp, string][] = [
  [/^JSON\w*EachRow/, 'application/x-ndjson; charset=UTF-8'],
  [/^JSON/, 'application/json; charset=UTF-8'],
  [/^CSV/, 'text/csv; charset=UTF-8'],
  [/^(?:TabSeparated|TSV)/, 'text/tab-separated-values; charset=UTF-8'],
  [/^(?:Native|RowBinary|Parquet|Arrow|ORC|Avro|MsgPack)/, 'application/octet-stream'],
];

/** Sends the rows, with the headers that ClickHouse's clients read. */
export function sendAnswer(response: ServerResponse, answer: ReadAnswer): void {
  const type =
    CONTENT_TYPES.find(([pattern]) => pattern.test(answer.format))?.[1] ?? 'text/plain; charset=UTF-8';
  const { rowsRead, bytesRead, seconds } = answer.result;
  response.writeHead(200, {
    'Content-Type': type,
    'X-ClickHouse-Format': answer.format,
    'X-ClickHouse-Timezone': 'UTC',
    'X-ClickHouse-Summary': JSON.stringify({
      read_rows: String(rowsRead),
      read_bytes: String(bytesRead),
      elapsed_ns: String(Math.round(seconds * 1e9)),
    }),
  });
  response.end(answer.body);
}

/** Sends an error as ClickHouse does: its code in a header, its text as the body. */
export function sendException(response: ServerResponse, error: unknown): void {
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return;
  }
  const { code, status, text } = describeException(error);
  response.writeHead(status, {
    'Content-Type': 'text/plain; charset=UTF-8',
    'X-ClickHouse-Exception-Code': String(code),
    ...(status === 401 ? { 'WWW-Authenticate': 'Basic realm="ClickHouse"' } : {}),
    ...(status === 503 ? { 'Retry-After': '1' } : {}),
  });
  response.end(`${text}\n`);
}
