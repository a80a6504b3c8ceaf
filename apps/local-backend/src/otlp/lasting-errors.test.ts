import { describe, expect, test } from 'vitest';
import { ask } from '../test-support/ask.ts';
import { backendForFile } from '../test-support/backend-for-file.ts';
import { postLogs, postTraces } from '../test-support/post-otlp.ts';
import { refusalFor } from './refusal.ts';

const backend = backendForFile({ otlpPort: 0 });
const SPAN = { traceId: '0af7651916cd43dd8448eb211c80319c', spanId: 'b7ad6b7169203331', name: 'n' };

function spansUnder(bytes: number, spans: number): object {
  const attributes = [{ key: 'k', value: { stringValue: 'x'.repeat(bytes) } }];
  const list = Array.from({ length: spans }, (_, index) => ({ ...SPAN, name: `n${index}` }));
  return { resourceSpans: [{ resource: { attributes }, scopeSpans: [{ spans: list }] }] };
}

function nested(depth: number, kind: 'arrayValue' | 'kvlistValue'): string {
  const [open, close] =
    kind === 'arrayValue'
      ? ['{"arrayValue":{"values":[', ']}}']
      : ['{"kvlistValue":{"values":[{"key":"k","value":', '}]}}'];
  const value = `${open.repeat(depth)}{"stringValue":"x"}${close.repeat(depth)}`;
  const span = `{"name":"n","attributes":[{"key":"deep","value":${value}}]}`;
  return `{"resourceSpans":[{"scopeSpans":[{"spans":[${span}]}]}]}`;
}

async function expectNothingStored(): Promise<void> {
  expect(await ask(backend(), 'SELECT count() AS n FROM otel.otel_traces')).toEqual([{ n: 0 }]);
  expect(await ask(backend(), 'SELECT count() AS n FROM otel.otel_logs')).toEqual([{ n: 0 }]);
}

describe('what would fail again is not answered with 503', () => {
  test.for([
    [400, 1.5 * 1024 ** 2],
    [100, 1024 ** 2],
  ] as const)('%i spans under a resource of %i bytes get 413', async ([spans, bytes]) => {
    const answer = await postTraces(backend(), spansUnder(bytes, spans));
    expect([answer.status, answer.body]).toEqual([
      413,
      {
        code: 3,
        message:
          'The body becomes more than 33554432 bytes of rows, as each holds the attributes of its resource: ' +
          'send fewer spans or records at once, or a smaller resource.',
      },
    ]);
    await expectNothingStored();
  });

  test.for([
    [65, 'arrayValue'],
    [9_000, 'arrayValue'],
    [9_000, 'kvlistValue'],
    [60_000, 'arrayValue'],
  ] as const)('a value nested %i deep in %s gets 400', async ([depth, kind]) => {
    const answer = await postTraces(backend(), nested(depth, kind));
    expect(answer.status).toBe(400);
    expect(answer.body).toHaveProperty('message', expect.stringContaining('nested more than 64 deep'));
    await expectNothingStored();
  });

  test.for([
    [{ value: 'x' }, 'value is not an object.'],
    [{ value: { boolValue: 'true' } }, 'value.boolValue is not true or false.'],
    [{ value: { arrayValue: 'x' } }, 'value.arrayValue is not an object.'],
    [{ value: { arrayValue: { values: ['x'] } } }, 'value.arrayValue.values[0] is not an object.'],
  ] as const)(
    'an attribute of %j gets 400, and is not stored as an empty text',
    async ([attribute, message]) => {
      const attributes = [{ key: 'k', ...attribute }];
      const request = { resourceSpans: [{ scopeSpans: [{ spans: [{ ...SPAN, attributes }] }] }] };
      expect(await postTraces(backend(), request)).toMatchObject({
        status: 400,
        body: { message: `resourceSpans[0].scopeSpans[0].spans[0].attributes[0].${message}` },
      });
      await expectNothingStored();
    },
  );

  test.for([
    ['Code: 6. DB::Exception: Cannot parse string', 400, 3],
    ['Code: 131. DB::Exception: Too large string size', 400, 3],
    ['Code: 243. DB::Exception: Cannot reserve 1.00 MiB, not enough space', 503, 14],
    ['Code: 241. DB::Exception: Memory limit exceeded', 503, 14],
    ['no space left on device', 503, 14],
  ] as const)('the engine’s "%s" gets %i', ([message, status, code]) => {
    expect(refusalFor(new Error(message))).toMatchObject({ status, code });
  });
});

describe('no body is acknowledged and not stored', () => {
  test.for([
    [{ resourceLogs: [{}] }, 'resourceLogs is unknown here: send resourceSpans.'],
    [{ spans: [SPAN] }, 'spans is unknown here: send resourceSpans.'],
    [
      { resourceSpans: [{ instrumentationLibrarySpans: [{ spans: [SPAN] }] }] },
      'resourceSpans[0].instrumentationLibrarySpans is unknown here: send resourceSpans[0].scopeSpans.',
    ],
    [
      { resourceSpans: [{ scopeSpans: [{ span: [SPAN] }] }] },
      'resourceSpans[0].scopeSpans[0].span is unknown here: send resourceSpans[0].scopeSpans[0].spans.',
    ],
    [{ resourceSpans: [{ resource: 'x' }] }, 'resourceSpans[0].resource is not an object.'],
  ] as const)('traces of %j get 400', async ([request, message]) => {
    expect(await postTraces(backend(), request)).toMatchObject({ status: 400, body: { code: 3, message } });
    await expectNothingStored();
  });

  test('logs that are traces get 400', async () => {
    expect(await postLogs(backend(), { resource_spans: [{}] })).toMatchObject({
      status: 400,
      body: { message: 'resourceSpans is unknown here: send resourceLogs.' },
    });
  });

  test('an empty request, and one with fields of a later version, are taken', async () => {
    expect((await postTraces(backend(), {})).status).toBe(200);
    expect((await postTraces(backend(), { resourceSpans: [], later: { x: 1 }, list: [] })).status).toBe(200);
  });
});

test('spans in snake_case, which the Collector takes, are stored', async () => {
  const span = { trace_id: SPAN.traceId, name: 'snake', start_time_unix_nano: '1764000000123456789' };
  const request = { resource_spans: [{ scope_spans: [{ spans: [span] }] }] };
  expect((await postTraces(backend(), request)).status).toBe(200);
  const query = "SELECT TraceId FROM otel.otel_traces WHERE SpanName = 'snake'";
  expect(await ask(backend(), query)).toEqual([{ TraceId: SPAN.traceId }]);
});
