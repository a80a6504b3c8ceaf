import { attributeText, attributeTexts } from './attribute-text.ts';
import { members } from './json-members.ts';
import type { LogRecord } from './otlp-log.ts';
import { idOf, nanoseconds, textOf, unsignedByte } from './read-fields.ts';
import { createRowList } from './row-list.ts';
import { scopeItems } from './scope-items.ts';

const LISTS = { resources: 'resourceLogs', scopes: 'scopeLogs', items: 'logRecords' };

/**
 * Turns a logs request into rows of otel.otel_logs, one line of JSON each: the columns and values that the Collector's
 * clickhouseexporter v0.161 writes (exporter_logs.go).
 * @throws MalformedRequestError or RowsTooLargeError, and then no row of the request is written.
 */
export function logRows(request: unknown, maxBytes: number): string[] {
  const list = createRowList(maxBytes);
  for (const scope of scopeItems<LogRecord>(request, LISTS)) {
    const shared = members({
      ServiceName: scope.resource['service.name'] ?? '',
      ResourceSchemaUrl: scope.resourceSchemaUrl,
      ResourceAttributes: scope.resource,
      ScopeSchemaUrl: scope.scopeSchemaUrl,
      ScopeName: scope.scopeName,
      ScopeVersion: scope.scopeVersion,
      ScopeAttributes: scope.scopeAttributes,
    });
    for (const { item, at } of scope.items) list.add(`{${shared},${recordMembers(item, at)}}`);
  }
  return list.rows;
}

function recordMembers(record: LogRecord, at: string): string {
  const time = nanoseconds(record.timeUnixNano, `${at}.timeUnixNano`);
  const observed = nanoseconds(record.observedTimeUnixNano, `${at}.observedTimeUnixNano`);
  const rest = members({
    TraceId: idOf(record.traceId, 16, `${at}.traceId`),
    SpanId: idOf(record.spanId, 8, `${at}.spanId`),
    TraceFlags: unsignedByte(record.flags, `${at}.flags`),
    SeverityText: textOf(record.severityText, `${at}.severityText`),
    SeverityNumber: severityOf(record.severityNumber, `${at}.severityNumber`),
    Body: attributeText(record.body, `${at}.body`),
    LogAttributes: attributeTexts(record.attributes, `${at}.attributes`),
    EventName: textOf(record.eventName, `${at}.eventName`),
  });
  // Bare integers are nanoseconds to DateTime64(9).
  return `"Timestamp":${time === 0n ? observed : time},${rest}`;
}

const SEVERITIES = ['TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR', 'FATAL'];

/** A number from 1 to 24, or the name of it: `SEVERITY_NUMBER_TRACE`, `…_TRACE2` to `…_FATAL4`. */
function severityOf(value: unknown, where: string): number {
  const [, name = '', step = '1'] =
    (typeof value === 'string' && /^SEVERITY_NUMBER_([A-Z]+)([2-4]?)$/.exec(value)) || [];
  if (name === 'UNSPECIFIED') return 0;
  const severity = SEVERITIES.indexOf(name);
  return severity < 0 ? unsignedByte(value, where) : severity * 4 + Number(step || 1);
}
