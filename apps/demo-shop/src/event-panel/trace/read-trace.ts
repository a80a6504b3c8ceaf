import type { ClickhouseRow } from '../run-query.ts';
import { runQuery } from '../run-query.ts';
import type { Span } from './span.ts';

export interface Trace {
  readonly spans: readonly Span[];
  /** Of the whole trace, also of those that are not shown. */
  readonly total: number;
}

/** The traces of a chat session, the first one first: most have one; a rollover begins another. */
export async function readTraceIds(chatSessionId: string, signal: AbortSignal): Promise<string[]> {
  const rows = await runQuery('chat-traces', { session: chatSessionId }, signal);
  return rows.map((row) => String(row.trace_id));
}

export async function readTrace(traceId: string, signal: AbortSignal): Promise<Trace> {
  const rows = await runQuery('trace-spans', { trace: traceId }, signal);
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
