import { plain } from '@chatspan-tools/native/testing/chat-trace';
import type { StoredSpan } from './stored-span.ts';

type KeyValues = Parameters<typeof plain>[0];

interface OtlpSpan {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  kind: number;
  startTimeUnixNano: string;
  endTimeUnixNano: string;
  attributes?: KeyValues;
  events?: { name: string; timeUnixNano: string; attributes?: KeyValues }[];
  links?: { traceId: string; spanId: string }[];
  status?: { code?: number };
}

interface Answer {
  result: {
    resourceSpans: { resource: { attributes: KeyValues }; scopeSpans: { spans?: OtlpSpan[] }[] }[];
  };
}

const KINDS = ['Unspecified', 'Internal', 'Server', 'Client', 'Producer', 'Consumer'];
const STATUSES = ['Unset', 'Ok', 'Error'];

/** What Jaeger itself adds to a span. */
const WARNINGS = '@jaeger@warnings';

/** A trace as Jaeger's query API gives it, in order of the spans' start; empty as long as Jaeger has none of it. */
export async function readJaegerTrace(jaegerUrl: string, traceId: string): Promise<StoredSpan[]> {
  const found = await readOtlpSpans(jaegerUrl, traceId);
  return found
    .map(({ span, service }) => toSpan(span, service))
    .sort((a, b) => Number(a.start - b.start) || (a.spanId < b.spanId ? -1 : 1));
}

/** What Jaeger warns of in a trace, one sentence each. */
export async function readJaegerWarnings(jaegerUrl: string, traceId: string): Promise<string[]> {
  const found = await readOtlpSpans(jaegerUrl, traceId);
  return found.flatMap(({ span, service }) => {
    const { [WARNINGS]: warnings } = plain(span.attributes ?? []);
    return warnings === undefined ? [] : [`${service} ${span.name}: ${warnings}`];
  });
}

async function readOtlpSpans(
  jaegerUrl: string,
  traceId: string,
): Promise<{ readonly span: OtlpSpan; readonly service: string }[]> {
  const response = await fetch(`${jaegerUrl}/api/v3/traces/${traceId}`);
  const text = await response.text();
  if (response.status === 404) return [];
  if (!response.ok) throw new Error(`Jaeger answers ${response.status}: ${text}`);
  const { resourceSpans } = (JSON.parse(text) as Answer).result;
  return resourceSpans.flatMap(({ resource, scopeSpans }) => {
    const service = String(plain(resource.attributes)['service.name']);
    // A replayed batch leaves a scope of which Jaeger has every span already.
    return scopeSpans.flatMap(({ spans = [] }) => spans.map((span) => ({ span, service })));
  });
}

function toSpan(span: OtlpSpan, service: string): StoredSpan {
  const { [WARNINGS]: _, ...attributes } = plain(span.attributes ?? []);
  const start = BigInt(span.startTimeUnixNano);
  const end = BigInt(span.endTimeUnixNano);
  return {
    traceId: span.traceId,
    spanId: span.spanId,
    parentSpanId: span.parentSpanId ?? '',
    name: span.name,
    service,
    kind: String(KINDS[span.kind]),
    status: String(STATUSES[span.status?.code ?? 0]),
    start,
    // Jaeger makes a span of no length one nanosecond long (internal/jptrace/sanitizer).
    end: end === start + 1n ? start : end,
    attributes,
    events: (span.events ?? []).map(({ name, timeUnixNano, attributes }) => ({
      name,
      time: BigInt(timeUnixNano),
      attributes: plain(attributes ?? []),
    })),
    links: (span.links ?? []).map(({ traceId, spanId }) => ({ traceId, spanId })),
  };
}
