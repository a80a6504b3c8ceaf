import fc from 'fast-check';
import { expect, test } from 'vitest';
import { logRows } from './log-rows.ts';
import { MalformedRequestError } from './malformed-request.ts';
import { parseOtlpJson } from './parse-otlp-json.ts';
import { spanRows } from './span-rows.ts';

const MAX = 1024 ** 2;

function inSnakeCase(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inSnakeCase);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      inSnakeCase(member),
    ]),
  );
}

const VALUES = [
  { stringValue: 'snake_case": stays' },
  { boolValue: true },
  { intValue: '7' },
  { doubleValue: 1.5 },
  { bytesValue: 'AQI=' },
  { arrayValue: { values: [{ intValue: '1' }] } },
  { kvlistValue: { values: [{ key: 'snake_case', value: { stringValue: 'x' } }] } },
];
const attributes = VALUES.map((value, index) => ({ key: `attribute_${index}`, value }));
const ids = { traceId: '0af7651916cd43dd8448eb211c80319c', spanId: 'b7ad6b7169203331' };
const SPANS = {
  resourceSpans: [
    {
      resource: { attributes, droppedAttributesCount: 1 },
      schemaUrl: 'https://r.example',
      scopeSpans: [
        {
          scope: { name: 's', version: '1', attributes },
          spans: [
            {
              ...ids,
              parentSpanId: ids.spanId,
              traceState: 'a=b',
              name: 'n',
              kind: 'SPAN_KIND_CLIENT',
              startTimeUnixNano: 1764000000123456789n.toString(),
              endTimeUnixNano: '1764000001123456789',
              attributes,
              events: [{ timeUnixNano: '1764000000223456789', name: 'e', attributes }],
              links: [{ ...ids, traceState: 'c=d', attributes }],
              status: { code: 'STATUS_CODE_ERROR', message: 'm' },
            },
          ],
        },
      ],
    },
  ],
};
const LOGS = {
  resourceLogs: [
    {
      resource: { attributes },
      schemaUrl: 'https://r.example',
      scopeLogs: [
        {
          schemaUrl: 'https://s.example',
          logRecords: [
            {
              ...ids,
              timeUnixNano: '1764000000123456789',
              observedTimeUnixNano: '1764000001000000000',
              severityNumber: 'SEVERITY_NUMBER_WARN2',
              severityText: 'WARN',
              eventName: 'e',
              body: { kvlistValue: { values: [{ key: 'a_b', value: { intValue: '2' } }] } },
              attributes,
              flags: 1,
            },
          ],
        },
      ],
    },
  ],
};

test.for([
  ['spans', SPANS, spanRows],
  ['log records', LOGS, logRows],
] as const)('%s in snake_case become the rows that they become in lowerCamelCase', ([, request, toRows]) => {
  const expected = toRows(parseOtlpJson(JSON.stringify(request)), MAX);
  expect(expected).toHaveLength(1);
  expect(expected[0]).toContain('"attribute_0":"snake_case\\": stays"');
  expect(toRows(parseOtlpJson(JSON.stringify(inSnakeCase(request))), MAX)).toEqual(expected);
});

test('text that looks like names in snake_case stays as it is', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.constantFrom('"resource_spans":[', '"a_b" : {', '\\"a_b\\":'),
      (text, name) => {
        const value = { stringValue: name + text };
        const request = { resource_spans: [{ scope_spans: [{ spans: [{ name: value.stringValue }] }] }] };
        const parsed = parseOtlpJson(JSON.stringify(request));
        expect(parsed).toEqual({
          resourceSpans: [{ scopeSpans: [{ spans: [{ name: value.stringValue }] }] }],
        });
      },
    ),
  );
});

test.for([
  [
    '{"resourceSpans":[],"resource_spans":[]}',
    'resourceSpans and resource_spans are the same field: send one of them.',
  ],
  ['{"resourceSpans":[{}],"resourceSpans":[]}', 'resourceSpans is there more than once.'],
  [
    `{"a":1764000000123456789,"b":${'['.repeat(400_000)}${']'.repeat(400_000)}}`,
    'The body is nested too deep.',
  ],
])('%.60s is refused', ([text = '', message]) => {
  expect(() => parseOtlpJson(text)).toThrow(new MalformedRequestError(message));
});
