import type { Attributes, SeedSession } from './seed-session.ts';
import { resourceOf, spansOf } from './seed-spans.ts';
import { nanoseconds } from './to-otlp.ts';

/** Chat sessions as rows of `otel.otel_traces` in JSONEachRow, as the Collector's exporter writes them. */
export function toRows(sessions: readonly SeedSession[]): string {
  const lines: string[] = [];
  for (const session of sessions) {
    const resources = {
      page: texts(resourceOf(session, 'page')),
      'chat backend': texts(resourceOf(session, 'chat backend')),
    };
    for (const span of spansOf(session)) {
      lines.push(
        JSON.stringify({
          Timestamp: seconds(span.start),
          TraceId: span.traceId,
          SpanId: span.spanId,
          ParentSpanId: span.parentSpanId,
          SpanName: span.name,
          SpanKind: span.kind,
          ServiceName: resources[span.from]['service.name'],
          ResourceAttributes: resources[span.from],
          ScopeName: span.from === 'page' ? '@chatspan/instrumentation' : 'chat-backend',
          ScopeVersion: '0.1.0',
          SpanAttributes: texts(span.attributes),
          Duration: Math.max(0, Math.round(span.end * 1000) - Math.round(span.start * 1000)) * 1000,
          StatusCode: span.isFailed ? 'Error' : 'Unset',
          'Events.Timestamp': span.events.map(({ time }) => seconds(time)),
          'Events.Name': span.events.map(({ name }) => name),
          'Events.Attributes': span.events.map(({ attributes }) => texts(attributes)),
        }),
      );
    }
  }
  return lines.join('\n');
}

/** The exporter writes arrays as JSON. */
function texts(attributes: Attributes): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [
      name,
      typeof value === 'object' ? JSON.stringify(value) : String(value),
    ]),
  );
}

/** Seconds with nine digits after the point: ClickHouse reads them without a time zone. */
function seconds(milliseconds: number): string {
  const digits = nanoseconds(milliseconds);
  return `${digits.slice(0, -9)}.${digits.slice(-9)}`;
}
