import { ALLOWED_SETTINGS, DEFAULT_SETTINGS } from '../policy/allowed-settings.ts';
import { ClickHouseException } from './clickhouse-exception.ts';

/** Parameters of ClickHouse's HTTP interface that are not settings of the engine, and need no answer here. */
const NOT_SETTINGS = new Set(
  (
    'query database default_format user password query_id client_protocol_version stacktrace quota_key ' +
    'wait_end_of_query buffer_size send_progress_in_http_headers http_headers_progress_interval_ms ' +
    'enable_http_compression http_zlib_compression_level cancel_http_readonly_queries_on_client_close ' +
    'async_insert wait_for_async_insert'
  ).split(' '),
);

/** No answer may take the machine away from the demo: bounds of every statement. */
const LIMITS = {
  max_execution_time: '60',
  max_memory_usage: String(4 * 1024 ** 3),
  max_result_bytes: String(256 * 1024 ** 2),
  result_overflow_mode: 'throw',
};

const MAX_SECONDS = Number(LIMITS.max_execution_time);

/** The engine's settings for a request, and the values of the parameters `param_…`. */
export function readSettings(parameters: URLSearchParams): {
  settings: Record<string, string>;
  values: Record<string, string>;
} {
  const settings: Record<string, string> = { ...LIMITS, ...DEFAULT_SETTINGS };
  const values: Record<string, string> = {};
  for (const [name, value] of parameters) {
    if (name.startsWith('param_')) values[name.slice('param_'.length)] = value;
    else if (name === 'compress' || name === 'decompress') refuseCompression(name, value);
    else if (name === 'max_execution_time') settings[name] = String(boundedSeconds(value));
    else if (ALLOWED_SETTINGS.has(name)) settings[name] = value;
    else if (!NOT_SETTINGS.has(name)) {
      throw new ClickHouseException(
        'READONLY',
        `Cannot modify '${name}' setting in readonly mode. See apps/local-backend/src/policy/allowed-settings.ts for those that can be changed.`,
      );
    }
  }
  return { settings, values };
}

function refuseCompression(name: string, value: string): void {
  if (value === '0') return;
  throw new ClickHouseException(
    'NOT_IMPLEMENTED',
    `${name}=1 (lz4 or zstd blocks) is not supported: set the client's compression to none or gzip.`,
  );
}

function boundedSeconds(value: string): number {
  const seconds = Number(value);
  return seconds > 0 && seconds <= MAX_SECONDS ? seconds : MAX_SECONDS;
}
