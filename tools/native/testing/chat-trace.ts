import { randomBytes } from 'node:crypto';

/** Attribute values as tests write them. */
export type Attributes = Record<string, string | number | boolean | string[]>;

export interface TestSpan {
  name: string;
  traceId?: string;
  spanId?: string;
  attributes?: Attributes;
  events?: { name: string; attributes: Attributes }[];
  status?: { code: number; message?: string };
  traceState?: string;
  durationMs?: number;
}

/** The scope of the spans. Its schema URL is the resource's, too. */
export interface TestScope {
  name?: string;
  version?: string;
  schemaUrl?: string;
  attributes?: Attributes;
}

/** An OTLP/HTTP JSON request with these spans, all of service `shop`, starting now. */
export function chatTrace(spans: TestSpan[], resource: Attributes = {}, scope: TestScope = {}): string {
  const { schemaUrl, attributes, ...names } = scope;
  const schema = schemaUrl === undefined ? {} : { schemaUrl };
  const start = BigInt(Date.now()) * 1_000_000n;
  return JSON.stringify({
    resourceSpans: [
      {
        resource: { attributes: keyValues({ 'service.name': 'shop', ...resource }) },
        ...schema,
        scopeSpans: [
          {
            ...schema,
            scope: { name: 'test', ...names, attributes: keyValues(attributes ?? {}) },
            spans: spans.map((span) => ({
              traceId: span.traceId ?? randomBytes(16).toString('hex'),
              spanId: span.spanId ?? randomBytes(8).toString('hex'),
              name: span.name,
              kind: 1,
              startTimeUnixNano: String(start),
              endTimeUnixNano: String(start + BigInt(span.durationMs ?? 0) * 1_000_000n),
              attributes: keyValues(span.attributes ?? {}),
              events: (span.events ?? []).map((event) => ({
                timeUnixNano: String(start),
                name: event.name,
                attributes: keyValues(event.attributes),
              })),
              ...(span.status ? { status: span.status } : {}),
              ...(span.traceState === undefined ? {} : { traceState: span.traceState }),
            })),
          },
        ],
      },
    ],
  });
}

/** Posts a request body to an OTLP/HTTP intake. */
export async function postTraces(otlpUrl: string, body: string): Promise<Response> {
  return fetch(`${otlpUrl}/v1/traces`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
}

/** OTLP key-values back to a plain object. */
export function plain(keyValues: { key: string; value: Record<string, unknown> }[]): Record<string, unknown> {
  return Object.fromEntries(keyValues.map(({ key, value }) => [key, plainValue(value)]));
}

function plainValue(value: Record<string, unknown>): unknown {
  const [kind, content] = Object.entries(value)[0] ?? [];
  if (kind === 'intValue') return Number(content);
  if (kind !== 'arrayValue') return content;
  return ((content as { values?: Record<string, unknown>[] }).values ?? []).map(plainValue);
}

/** A plain object as OTLP key-values. */
export function keyValues(attributes: Attributes): { key: string; value: object }[] {
  return Object.entries(attributes).map(([key, value]) => ({ key, value: anyValue(value) }));
}

/** A value as OTLP JSON writes it. */
export function anyValue(value: Attributes[string]): object {
  if (Array.isArray(value)) return { arrayValue: { values: value.map(anyValue) } };
  if (typeof value === 'boolean') return { boolValue: value };
  if (typeof value === 'string') return { stringValue: value };
  return Number.isInteger(value) ? { intValue: String(value) } : { doubleValue: value };
}
