import { expect, test } from 'vitest';
import { logRows as rowsWithin } from './log-rows.ts';

const logRows = (request: unknown): string[] => rowsWithin(request, 1024 ** 2);

import { MalformedRequestError } from './malformed-request.ts';

function rowsOf(record: object): string[] {
  return logRows({ resourceLogs: [{ scopeLogs: [{ logRecords: [record] }] }] });
}

const parsed = (record: object): Record<string, unknown> => JSON.parse(rowsOf(record)[0] ?? '');

test('a log record becomes the row that clickhouseexporter writes', () => {
  const attributes = (value: string) => [{ key: 'a', value: { stringValue: value } }];
  const record = {
    timeUnixNano: '1764000000123456789',
    observedTimeUnixNano: '1764000001000000000',
    severityNumber: 9,
    severityText: 'INFO',
    eventName: 'shopping_chat.user_respond',
    body: { stringValue: 'x' },
    attributes: [{ key: 'shopping_chat.event.seq', value: { intValue: '1' } }],
    flags: 257,
    traceId: '0AF7651916CD43DD8448EB211C80319C',
    spanId: 'b7ad6b7169203331',
  };
  const resource = { attributes: [{ key: 'service.name', value: { stringValue: 'shop' } }] };
  const scope = { name: 's', version: '1', attributes: attributes('in scope') };
  const [row] = logRows({
    resourceLogs: [
      {
        resource,
        schemaUrl: 'https://r.example',
        scopeLogs: [{ scope, schemaUrl: 'https://s.example', logRecords: [record] }],
      },
    ],
  });
  expect(row).toBe(
    '{"ServiceName":"shop","ResourceSchemaUrl":"https://r.example","ResourceAttributes":{"service.name":"shop"},' +
      '"ScopeSchemaUrl":"https://s.example","ScopeName":"s","ScopeVersion":"1","ScopeAttributes":{"a":"in scope"},' +
      '"Timestamp":1764000000123456789,"TraceId":"0af7651916cd43dd8448eb211c80319c","SpanId":"b7ad6b7169203331",' +
      '"TraceFlags":1,"SeverityText":"INFO","SeverityNumber":9,"Body":"x",' +
      '"LogAttributes":{"shopping_chat.event.seq":"1"},"EventName":"shopping_chat.user_respond"}',
  );
});

test('a record that says no time happened when it was observed', () => {
  expect(rowsOf({ timeUnixNano: '0', observedTimeUnixNano: '1764000001000000000' })[0]).toContain(
    '"Timestamp":1764000001000000000,',
  );
});

test('a body is stored as its text, whatever its kind, and what is absent is empty', () => {
  const fields = { kvlistValue: { values: [{ key: 'b', value: { intValue: '2' } }] } };
  expect(parsed({ body: fields }).Body).toBe('{"b":2}');
  expect(parsed({})).toMatchObject({
    Timestamp: 0,
    TraceId: '',
    TraceFlags: 0,
    SeverityNumber: 0,
    Body: '',
    LogAttributes: {},
    EventName: '',
  });
});

test.for([
  [[], 'The body is not a JSON object with `resourceLogs`.'],
  [{ resourceLogs: 1 }, 'resourceLogs is not an array.'],
  [{ resourceLogs: [{ scopeLogs: [1] }] }, 'resourceLogs[0].scopeLogs[0] is not an object.'],
] as const)('%j is refused, and the message says where', ([request, message]) => {
  expect(() => logRows(request)).toThrow(new MalformedRequestError(message));
});

test.for([
  [{ traceId: 'zz' }, 'traceId is not an id of 32 hexadecimal digits.'],
  [{ eventName: 1 }, 'eventName is not a string.'],
  [{ severityNumber: 'INFO' }, 'severityNumber is not an integer.'],
  [{ timeUnixNano: '-1' }, 'timeUnixNano is not a time between 1970 and 2262 in nanoseconds.'],
] as const)('a record of %j is refused, and the message says where', ([record, message]) => {
  expect(() => rowsOf(record)).toThrow(
    new MalformedRequestError(`resourceLogs[0].scopeLogs[0].logRecords[0].${message}`),
  );
});
