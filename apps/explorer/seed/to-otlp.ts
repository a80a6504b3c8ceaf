import type { Attributes, SeedSession } from './seed-session.ts';
import { resourceOf, spansOf } from './seed-spans.ts';

const KINDS = { Internal: 1, Server: 2, Client: 3 } as const;

/** Chat sessions as a body of `POST /v1/traces` in OTLP/JSON. */
export function toOtlp(sessions: readonly SeedSession[]): string {
  const resourceSpans = sessions.flatMap((session) =>
    Object.entries(Object.groupBy(spansOf(session), ({ from }) => from)).map(([from, spans]) => ({
      resource: { attributes: keyValues(resourceOf(session, from as 'page')) },
      scopeSpans: [
        {
          scope: { name: from === 'page' ? '@chatspan/instrumentation' : 'chat-backend', version: '0.1.0' },
          spans: spans.map((span) => ({
            traceId: span.traceId,
            spanId: span.spanId,
            ...(span.parentSpanId !== '' && { parentSpanId: span.parentSpanId }),
            name: span.name,
            kind: KINDS[span.kind],
            startTimeUnixNano: nanoseconds(span.start),
            endTimeUnixNano: nanoseconds(span.end),
            attributes: keyValues(span.attributes),
            events: span.events.map(({ name, time, attributes }) => ({
              timeUnixNano: nanoseconds(time),
              name,
              attributes: keyValues(attributes),
            })),
            ...(span.isFailed && { status: { code: 2 } }),
          })),
        },
      ],
    })),
  );
  return JSON.stringify({ resourceSpans });
}

export function nanoseconds(milliseconds: number): string {
  return `${Math.round(milliseconds * 1000)}000`;
}

function keyValues(attributes: Attributes) {
  return Object.entries(attributes).map(([key, value]) => ({ key, value: anyValue(value) }));
}

function anyValue(value: Attributes[string]): object {
  if (typeof value === 'string') return { stringValue: value };
  if (typeof value === 'boolean') return { boolValue: value };
  if (typeof value !== 'number') return { arrayValue: { values: value.map(anyValue) } };
  return Number.isInteger(value) ? { intValue: String(value) } : { doubleValue: value };
}
