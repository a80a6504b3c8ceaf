import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { RecordedSpan } from '../recorded-span.ts';

interface KeyValue {
  key: string;
  value: {
    stringValue?: string;
    intValue?: number | string;
    doubleValue?: number;
    boolValue?: boolean;
    arrayValue?: { values?: KeyValue['value'][] };
  };
}

interface OtlpSpan {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  startTimeUnixNano: string;
  endTimeUnixNano: string;
  attributes?: KeyValue[];
  events?: { name: string; timeUnixNano: string; attributes?: KeyValue[] }[];
  links?: { traceId: string; spanId: string }[];
  status?: { code?: number; message?: string };
}

/** What has arrived under one name: spans in their order, and the size of each request. */
export interface Received {
  readonly spans: RecordedSpan[];
  readonly bytes: number[];
}

/**
 * An OTLP/HTTP receiver for JSON. It stores what comes to `/<name>/v1/traces`, from any origin after a preflight, and
 * gives it back at `/<name>`.
 */
export function otlpReceiver(): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const received = new Map<string, Received>();
  return async (request, response) => {
    const [, name = '', path] = (request.url ?? '').split('/');
    const of = received.get(name) ?? { spans: [], bytes: [] };
    received.set(name, of);
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('access-control-allow-headers', 'content-type');
    response.setHeader('content-type', 'application/json');
    if (request.method === 'POST' && path) {
      const body = await buffer(request);
      of.bytes.push(body.length);
      of.spans.push(...spansOf(body));
    }
    response.end(JSON.stringify(request.method === 'GET' ? of : {}));
  };
}

function spansOf(body: Buffer): RecordedSpan[] {
  const { resourceSpans }: { resourceSpans: { scopeSpans: { spans: OtlpSpan[] }[] }[] } = JSON.parse(
    `${body}`,
  );
  return resourceSpans.flatMap(({ scopeSpans }) =>
    scopeSpans.flatMap(({ spans }) =>
      spans.map((span) => ({
        name: span.name,
        traceId: span.traceId,
        spanId: span.spanId,
        parentSpanId: span.parentSpanId || undefined,
        attributes: toObject(span.attributes),
        events: (span.events ?? []).map(({ name, timeUnixNano, attributes }) => ({
          name,
          timeMs: Number(timeUnixNano) / 1e6,
          attributes: toObject(attributes),
        })),
        links: span.links ?? [],
        startMs: Number(span.startTimeUnixNano) / 1e6,
        endMs: Number(span.endTimeUnixNano) / 1e6,
        statusCode: span.status?.code ?? 0,
        statusMessage: span.status?.message,
      })),
    ),
  );
}

function toObject(attributes: KeyValue[] = []): RecordedSpan['attributes'] {
  return Object.fromEntries(attributes.map(({ key, value }) => [key, toValue(value) as string]));
}

function toValue({ arrayValue, intValue, ...scalar }: KeyValue['value']): unknown {
  if (arrayValue) return (arrayValue.values ?? []).map(toValue);
  return intValue === undefined ? Object.values(scalar)[0] : Number(intValue);
}
