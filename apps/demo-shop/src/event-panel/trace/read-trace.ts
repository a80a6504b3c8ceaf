import type { ClickhouseRow } from '../query-clickhouse.ts';
import { queryClickhouse } from '../query-clickhouse.ts';
import type { Span } from './span.ts';

/** As many of a trace's spans as the waterfall shows: its root and the latest. */
const shownSpans = 300;

const traceIds = `
  SELECT TraceId AS trace_id
  FROM otel.otel_traces
  WHERE startsWith(SpanName, 'shopping_chat.') AND SpanAttributes['shopping_chat.session.id'] = {session:String}
  GROUP BY TraceId
  ORDER BY min(Timestamp)`;

const spansOfTrace = `
  SELECT TraceId, SpanId, ParentSpanId, SpanName, SpanKind, ServiceName, ScopeName, StatusCode, StatusMessage,
    toUnixTimestamp64Micro(Timestamp) AS start_us, greatest(toInt64(Duration), 0) / 1e6 AS duration_ms,
    SpanAttributes, Events.Name AS event_names, Events.Attributes AS event_attributes,
    arrayMap(time -> toUnixTimestamp64Micro(time), Events.Timestamp) AS event_times_us,
    Links.TraceId AS link_traces, Links.SpanId AS link_spans, Links.Attributes AS link_attributes,
    count() OVER () AS spans_in_trace
  FROM otel.otel_traces FINAL
  WHERE TraceId = {trace:String}
  ORDER BY ParentSpanId = '' DESC, Timestamp DESC
  LIMIT ${shownSpans}`;

export interface Trace {
  readonly spans: readonly Span[];
  /** Of the whole trace, also of those that are not shown. */
  readonly total: number;
}

/** The traces of a chat session, the first one first: most have one; a rollover begins another. */
export async function readTraceIds(chatSessionId: string, signal: AbortSignal): Promise<string[]> {
  const rows = await queryClickhouse(traceIds, { session: chatSessionId }, signal);
  return rows.map((row) => String(row.trace_id));
}

export async function readTrace(traceId: string, signal: AbortSignal): Promise<Trace> {
  const rows = await queryClickhouse(spansOfTrace, { trace: traceId }, signal);
  return { spans: rows.map(toSpan), total: Number(rows[0]?.spans_in_trace ?? 0) };
}

export function toSpan(row: ClickhouseRow): Span {
  const text = (column: string) => String(row[column] ?? '');
  const list = (column: string) => (Array.isArray(row[column]) ? (row[column] as unknown[]) : []);
  const start = Number(row.start_us) / 1000;
  return {
    traceId: text('TraceId'),
    spanId: text('SpanId'),
    parentSpanId: text('ParentSpanId'),
    name: text('SpanName'),
    kind: text('SpanKind'),
    service: text('ServiceName'),
    scope: text('ScopeName'),
    start,
    end: start + Number(row.duration_ms),
    failed: row.StatusCode === 'Error',
    statusMessage: text('StatusMessage'),
    attributes: attributesOf(row.SpanAttributes),
    events: list('event_names').map((name, i) => ({
      name: String(name),
      time: Number(list('event_times_us')[i]) / 1000,
      attributes: attributesOf(list('event_attributes')[i]),
    })),
    links: list('link_traces').map((traceId, i) => ({
      traceId: String(traceId),
      spanId: String(list('link_spans')[i] ?? ''),
      attributes: attributesOf(list('link_attributes')[i]),
    })),
  };
}

function attributesOf(map: unknown): Map<string, string> {
  return new Map(Object.entries(map ?? {}).map(([name, value]) => [name, String(value)]));
}
