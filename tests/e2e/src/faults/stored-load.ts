import type { ClickHouseClient } from '@clickhouse/client';
import type { GeneratedLoad } from './generated-load.ts';

export interface StoredLoad {
  /** Events that were generated and are not there. */
  readonly lost: number;
  /** Events that are there more than once. */
  readonly duplicated: number;
  /** Spans that are there, each counted once. */
  readonly spans: number;
}

/** What has become of a load in ClickHouse, by the identity of its events. */
export async function readStoredLoad(reader: ClickHouseClient, load: GeneratedLoad): Promise<StoredLoad> {
  const result = await reader.query({
    query: `
      SELECT
        count() AS rows,
        uniqExact(trace_id, span_id, seq) AS different,
        uniqExactIf(seq, seq BETWEEN 1 AND {events:UInt32}) AS numbers,
        uniqExact(span_id) AS spans
      FROM otel.chat_events FINAL
      WHERE chat_session_id = {session:String}`,
    query_params: { session: load.chatSessionId, events: load.events },
    format: 'JSONEachRow',
  });
  const [row] = await result.json<Record<'rows' | 'different' | 'numbers' | 'spans', string>>();
  if (!row) throw new Error('ClickHouse gave no counts.');
  const [rows, different, numbers] = [Number(row.rows), Number(row.different), Number(row.numbers)];
  // One number on two spans would be an event of somebody else's making.
  return {
    lost: load.events - numbers,
    duplicated: rows - numbers + (different - numbers),
    spans: Number(row.spans),
  };
}
