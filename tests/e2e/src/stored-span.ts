import type { ClickHouseClient } from '@clickhouse/client';

/** A span as a back end has it. Times are nanoseconds since 1970. */
export interface StoredSpan {
  readonly traceId: string;
  readonly spanId: string;
  /** Empty for a root. */
  readonly parentSpanId: string;
  readonly name: string;
  readonly service: string;
  readonly kind: string;
  readonly status: string;
  readonly start: bigint;
  readonly end: bigint;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly events: readonly StoredEvent[];
  readonly links: readonly { readonly traceId: string; readonly spanId: string }[];
}

/** An event of a span. Back ends give the events of a span in any order. */
export interface StoredEvent {
  readonly name: string;
  readonly time: bigint;
  readonly attributes: Readonly<Record<string, unknown>>;
}

interface Row {
  TraceId: string;
  SpanId: string;
  ParentSpanId: string;
  SpanName: string;
  ServiceName: string;
  SpanKind: string;
  StatusCode: string;
  start: string;
  Duration: string;
  SpanAttributes: Record<string, string>;
  'Events.Name': string[];
  times: string[];
  'Events.Attributes': Record<string, string>[];
  'Links.TraceId': string[];
  'Links.SpanId': string[];
}

/** Every span in ClickHouse, in order of their start. Attribute values are texts there. */
export async function readSpans(reader: ClickHouseClient): Promise<StoredSpan[]> {
  const result = await reader.query({
    query: `
      SELECT *, toUnixTimestamp64Nano(Timestamp) AS start,
        arrayMap(time -> toUnixTimestamp64Nano(time), Events.Timestamp) AS times
      FROM otel.otel_traces FINAL
      ORDER BY Timestamp, SpanId`,
    format: 'JSONEachRow',
    clickhouse_settings: { output_format_json_quote_64bit_integers: 1 },
  });
  return (await result.json<Row>()).map(toSpan);
}

function toSpan(row: Row): StoredSpan {
  const start = BigInt(row.start);
  return {
    traceId: row.TraceId,
    spanId: row.SpanId,
    parentSpanId: row.ParentSpanId,
    name: row.SpanName,
    service: row.ServiceName,
    kind: row.SpanKind,
    status: row.StatusCode,
    start,
    end: start + BigInt(row.Duration),
    attributes: row.SpanAttributes,
    events: row['Events.Name'].map((name, index) => ({
      name,
      time: BigInt(row.times[index] ?? 0),
      attributes: row['Events.Attributes'][index] ?? {},
    })),
    links: row['Links.TraceId'].map((traceId, index) => ({
      traceId,
      spanId: row['Links.SpanId'][index] ?? '',
    })),
  };
}
