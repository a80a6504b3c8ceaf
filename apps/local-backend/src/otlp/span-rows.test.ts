import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MalformedRequestError } from './malformed-request.ts';
import { parseOtlpJson } from './parse-otlp-json.ts';
import { spanRows as rowsWithin } from './span-rows.ts';

const spanRows = (request: unknown): string[] => rowsWithin(request, 1024 ** 2);

const IDS = { traceId: '0AF7651916CD43DD8448EB211C80319C', spanId: 'b7ad6b7169203331' };

function requestOf(span: object, resource: object = {}): object {
  return {
    resourceSpans: [{ resource, scopeSpans: [{ scope: { name: 's', version: '1' }, spans: [span] }] }],
  };
}

function rowOf(span: object): string {
  const [row = ''] = spanRows(requestOf(span));
  return row;
}

test('a span becomes the row that clickhouseexporter writes', () => {
  const span = {
    ...IDS,
    parentSpanId: '',
    name: 'shopping_chat.turn',
    kind: 1,
    startTimeUnixNano: '1764000000123456789',
    endTimeUnixNano: '1764000001123456790',
    attributes: [{ key: 'shopping_chat.session.id', value: { stringValue: 'x' } }],
    events: [
      {
        timeUnixNano: '1764000000223456789',
        name: 'shopping_chat.user_respond',
        attributes: [{ key: 'shopping_chat.event.seq', value: { intValue: '1' } }],
      },
    ],
    links: [{ traceId: IDS.traceId, spanId: IDS.spanId, attributes: [] }],
    status: { code: 2, message: 'cut' },
  };
  const resource = { attributes: [{ key: 'service.name', value: { stringValue: 'shop' } }] };
  const [row] = spanRows(requestOf(span, resource));
  expect(row).toBe(
    '{"ServiceName":"shop","ResourceAttributes":{"service.name":"shop"},"ScopeName":"s","ScopeVersion":"1",' +
      '"Timestamp":1764000000123456789,"Duration":1000000001,"Events.Timestamp":[1764000000223456789],' +
      '"TraceId":"0af7651916cd43dd8448eb211c80319c","SpanId":"b7ad6b7169203331","ParentSpanId":"","TraceState":"",' +
      '"SpanName":"shopping_chat.turn","SpanKind":"Internal","SpanAttributes":{"shopping_chat.session.id":"x"},' +
      '"StatusCode":"Error","StatusMessage":"cut","Events.Name":["shopping_chat.user_respond"],' +
      '"Events.Attributes":[{"shopping_chat.event.seq":"1"}],' +
      '"Links.TraceId":["0af7651916cd43dd8448eb211c80319c"],"Links.SpanId":["b7ad6b7169203331"],' +
      '"Links.TraceState":[""],"Links.Attributes":[{}]}',
  );
});

describe('attribute values as text', () => {
  test.for([
    [{ stringValue: 'a' }, 'a'],
    [{ boolValue: false }, 'false'],
    [{ intValue: '9223372036854775807' }, '9223372036854775807'],
    [{ intValue: -7 }, '-7'],
    [{ doubleValue: 1.5 }, '1.5'],
    [{ doubleValue: 2 }, '2'],
    [{ doubleValue: 1e21 }, '1e+21'],
    [{ doubleValue: 1e-7 }, '1e-7'],
    [{ doubleValue: 'NaN' }, 'NaN'],
    [{ doubleValue: '-Infinity' }, '-Infinity'],
    [{ bytesValue: 'AQI=' }, 'AQI='],
    [{}, ''],
    [undefined, ''],
    [
      { arrayValue: { values: [{ stringValue: 'a"<' }, { intValue: '2' }, { boolValue: true }] } },
      '["a\\"<",2,true]',
    ],
    [{ arrayValue: {} }, '[]'],
    [{ arrayValue: null }, '[]'],
    [{ kvlistValue: null }, '{}'],
    [{ kvlistValue: { values: [{ key: 'a', value: null }] } }, '{"a":null}'],
    [{ arrayValue: { values: [{ stringValue: '' }, {}] } }, '["",null]'],
    [
      {
        kvlistValue: {
          values: [
            { key: 'b', value: { intValue: '1' } },
            { key: 'a', value: { stringValue: '\u2028' } },
          ],
        },
      },
      '{"a":"\\u2028","b":1}',
    ],
    [{ stringValue: 'cut in an emoji \ud83d' }, 'cut in an emoji \ufffd'],
  ] as const)('%j is %s', ([value, text]) => {
    const row = JSON.parse(rowOf({ ...IDS, attributes: [{ key: 'k', value }] })) as {
      SpanAttributes: object;
    };
    expect(row.SpanAttributes).toEqual({ k: text });
  });

  test('a key may be called __proto__', () => {
    expect(rowOf({ ...IDS, attributes: [{ key: '__proto__', value: { stringValue: 'x' } }] })).toContain(
      '"SpanAttributes":{"__proto__":"x"}',
    );
  });
});

test('absent fields are empty, and an end before the start wraps around, as in the exporter', () => {
  const row = JSON.parse(rowOf({ startTimeUnixNano: '2', endTimeUnixNano: '1' })) as Record<string, unknown>;
  expect(row).toMatchObject({
    TraceId: '',
    SpanId: '',
    SpanKind: 'Unspecified',
    StatusCode: 'Unset',
    ServiceName: '',
  });
  expect(rowOf({ startTimeUnixNano: '2', endTimeUnixNano: '1' })).toContain(
    '"Duration":18446744073709551615',
  );
});

test.for([
  [{ kind: 3 }, 'Client'],
  [{ kind: 'SPAN_KIND_SERVER' }, 'Server'],
  [{ kind: 99 }, ''],
] as const)('kind %j is %s', ([span, kind]) => {
  expect(JSON.parse(rowOf(span))).toMatchObject({ SpanKind: kind });
});

test('64-bit integers stay exact whether they come as strings or as numbers', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 2n ** 63n - 1n }), fc.boolean(), (time, asNumber) => {
      const quote = asNumber ? '' : '"';
      const request = parseOtlpJson(
        `{"resourceSpans":[{"scopeSpans":[{"spans":[{"startTimeUnixNano":${quote}${time}${quote}}]}]}]}`,
      );
      expect(spanRows(request)[0]).toContain(`"Timestamp":${time},`);
    }),
  );
});

describe('what is not an OTLP request is refused with the place', () => {
  const at = 'resourceSpans[0].scopeSpans[0].spans[0]';
  test.for([
    [[], 'The body is not a JSON object with `resourceSpans`.'],
    [{ resourceSpans: {} }, 'resourceSpans is not an array.'],
    [{ resourceSpans: [1] }, 'resourceSpans[0] is not an object.'],
    [requestOf({ traceId: 'abc' }), `${at}.traceId is not an id of 32 hexadecimal digits.`],
    [requestOf({ spanId: 'zz'.repeat(8) }), `${at}.spanId is not an id of 16 hexadecimal digits.`],
    [requestOf({ name: 7 }), `${at}.name is not a string.`],
    [
      requestOf({ startTimeUnixNano: '-1' }),
      `${at}.startTimeUnixNano is not a time between 1970 and 2262 in nanoseconds.`,
    ],
    [requestOf({ startTimeUnixNano: 1.5 }), `${at}.startTimeUnixNano is not an integer.`],
    [
      requestOf({ attributes: [{ key: 'k', value: { intValue: 'x' } }] }),
      `${at}.attributes[0].value is not an integer.`,
    ],
    [
      requestOf({ events: [{ attributes: [{ key: 1 }] }] }),
      `${at}.events[0].attributes[0].key is not a string.`,
    ],
  ] as const)('%j', ([request, message]) => {
    expect(() => spanRows(request)).toThrow(new MalformedRequestError(message));
  });

  test('any JSON gives rows or that error, never another', () => {
    const keys = fc.constantFrom(
      'resourceSpans',
      'scopeSpans',
      'spans',
      'attributes',
      'events',
      'key',
      'value',
      'status',
    );
    const json = fc.letrec((tie) => ({
      node: fc.oneof(
        { depthSize: 'medium', withCrossShrink: true },
        fc.constantFrom(null, 1, 'a', true),
        fc.array(tie('node'), { maxLength: 2 }),
        fc.dictionary(keys, tie('node'), { maxKeys: 3 }),
      ),
    })).node;
    fc.assert(
      fc.property(json, (request) => {
        try {
          spanRows(request);
        } catch (error) {
          expect(error).toBeInstanceOf(MalformedRequestError);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
