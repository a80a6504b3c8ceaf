import { attributeTexts } from './attribute-text.ts';
import { members } from './json-members.ts';
import type { Span } from './otlp-trace.ts';
import { idOf, listOf, nanoseconds, objectOf, textOf } from './read-fields.ts';
import { createRowList } from './row-list.ts';
import { scopeItems } from './scope-items.ts';

/** Names by number; the Collector also takes the names of the protocol's enums. */
const KINDS = ['Unspecified', 'Internal', 'Server', 'Client', 'Producer', 'Consumer'];
const STATUS_CODES = ['Unset', 'Ok', 'Error'];

const LISTS = { resources: 'resourceSpans', scopes: 'scopeSpans', items: 'spans' };

/**
 * Turns a trace request into rows of otel.otel_traces, one line of JSON each: the columns and values that the
 * Collector's clickhouseexporter v0.161 writes (exporter_traces.go).
 * @throws MalformedRequestError or RowsTooLargeError, and then no row of the request is written.
 */
export function spanRows(request: unknown, maxBytes: number): string[] {
  const list = createRowList(maxBytes);
  for (const { resource, scopeName, scopeVersion, items } of scopeItems<Span>(request, LISTS)) {
    const shared = members({
      ServiceName: resource['service.name'] ?? '',
      ResourceAttributes: resource,
      ScopeName: scopeName,
      ScopeVersion: scopeVersion,
    });
    for (const { item, at } of items) list.add(`{${shared},${spanMembers(item, at)}}`);
  }
  return list.rows;
}

function spanMembers(span: Span, at: string): string {
  const start = nanoseconds(span.startTimeUnixNano, `${at}.startTimeUnixNano`);
  const end = nanoseconds(span.endTimeUnixNano, `${at}.endTimeUnixNano`);
  type Event = NonNullable<Span['events']>[number];
  type Link = NonNullable<Span['links']>[number];
  const events = listOf<Event>(span.events, `${at}.events`);
  const links = listOf<Link>(span.links, `${at}.links`);
  const status = objectOf(span.status, `${at}.status`);
  const eventTimes = events.map((event, i) =>
    nanoseconds(event.timeUnixNano, `${at}.events[${i}].timeUnixNano`),
  );
  const rest = members({
    TraceId: idOf(span.traceId, 16, `${at}.traceId`),
    SpanId: idOf(span.spanId, 8, `${at}.spanId`),
    ParentSpanId: idOf(span.parentSpanId, 8, `${at}.parentSpanId`),
    TraceState: textOf(span.traceState, `${at}.traceState`),
    SpanName: textOf(span.name, `${at}.name`),
    SpanKind: enumName(span.kind, KINDS, 'SPAN_KIND_'),
    SpanAttributes: attributeTexts(span.attributes, `${at}.attributes`),
    StatusCode: enumName(status?.code, STATUS_CODES, 'STATUS_CODE_'),
    StatusMessage: textOf(status?.message, `${at}.status.message`),
    'Events.Name': events.map((event, i) => textOf(event.name, `${at}.events[${i}].name`)),
    'Events.Attributes': events.map((event, i) =>
      attributeTexts(event.attributes, `${at}.events[${i}].attributes`),
    ),
    'Links.TraceId': links.map((link, i) => idOf(link.traceId, 16, `${at}.links[${i}].traceId`)),
    'Links.SpanId': links.map((link, i) => idOf(link.spanId, 8, `${at}.links[${i}].spanId`)),
    'Links.TraceState': links.map((link, i) => textOf(link.traceState, `${at}.links[${i}].traceState`)),
    'Links.Attributes': links.map((link, i) =>
      attributeTexts(link.attributes, `${at}.links[${i}].attributes`),
    ),
  });
  // As in the exporter: an end before the start wraps around. Bare integers are nanoseconds to DateTime64(9).
  const duration = BigInt.asUintN(64, end - start);
  return `"Timestamp":${start},"Duration":${duration},"Events.Timestamp":[${eventTimes.join(',')}],${rest}`;
}

function enumName(value: unknown, names: readonly string[], prefix: string): string {
  if (value === undefined || value === null) return names[0] ?? '';
  if (typeof value === 'string' && value.startsWith(prefix)) {
    return names.find((name) => prefix + name.toUpperCase() === value) ?? '';
  }
  return names[Number(value)] ?? '';
}
