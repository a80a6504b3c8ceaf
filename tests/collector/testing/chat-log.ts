import type { Attributes } from '@chatspan-tools/native/testing/chat-trace';
import { anyValue, keyValues } from '@chatspan-tools/native/testing/chat-trace';

/** A log record as tests write it. With a name it is a log-based event. */
export interface TestLog {
  eventName?: string;
  traceId?: string;
  spanId?: string;
  attributes?: Attributes;
  body?: string | string[] | Attributes;
}

/** An OTLP/HTTP JSON request with these log records, all of service `shop`, happening now. */
export function chatLogs(
  records: readonly TestLog[],
  around: { resource?: Attributes; scope?: Attributes } = {},
): string {
  const now = String(BigInt(Date.now()) * 1_000_000n);
  return JSON.stringify({
    resourceLogs: [
      {
        resource: { attributes: keyValues({ 'service.name': 'shop', ...around.resource }) },
        scopeLogs: [
          {
            scope: { name: 'test', attributes: keyValues(around.scope ?? {}) },
            logRecords: records.map(({ attributes = {}, body, ...record }) => ({
              timeUnixNano: now,
              severityNumber: 9,
              ...record,
              attributes: keyValues(attributes),
              ...(body === undefined ? {} : { body: bodyValue(body) }),
            })),
          },
        ],
      },
    ],
  });
}

/** Posts a request body to the intake of logs. */
export async function postLogs(otlpUrl: string, body: string): Promise<Response> {
  return fetch(`${otlpUrl}/v1/logs`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
}

function bodyValue(body: NonNullable<TestLog['body']>): object {
  if (typeof body === 'string' || Array.isArray(body)) return anyValue(body);
  return { kvlistValue: { values: keyValues(body) } };
}
