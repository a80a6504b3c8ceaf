import { deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { ask } from '../test-support/ask.ts';
import { postTraces } from '../test-support/post-otlp.ts';
import { startTestBackend } from '../test-support/start-test-backend.ts';

function requestWith(spanId: string, text = ''): object {
  const span = {
    traceId: '0af7651916cd43dd8448eb211c80319c',
    spanId,
    name: 'shopping_chat.activity',
    kind: 1,
    startTimeUnixNano: '1764000000123456789',
    endTimeUnixNano: '1764000001123456789',
    attributes: [{ key: 'text', value: { stringValue: text } }],
    events: [
      {
        timeUnixNano: '1764000000223456789',
        name: 'shopping_chat.trigger_clicked',
        attributes: [{ key: 'shopping_chat.event.seq', value: { intValue: '1' } }],
      },
    ],
  };
  const resource = { attributes: [{ key: 'service.name', value: { stringValue: 'shop' } }] };
  return {
    resourceSpans: [{ resource, scopeSpans: [{ scope: { name: 's', version: '1' }, spans: [span] }] }],
  };
}

const SPAN = 'b7ad6b7169203331';
const SUCCESS = { status: 200, body: { partialSuccess: {} } };

test('a span is in the engine, exactly, when the answer comes', async () => {
  const backend = await startTestBackend();
  expect(await postTraces(backend, requestWith(SPAN))).toMatchObject(SUCCESS);
  expect(await ask(backend, 'SELECT * FROM otel.otel_traces')).toEqual([
    {
      Timestamp: '2025-11-24 16:00:00.123456789',
      TraceId: '0af7651916cd43dd8448eb211c80319c',
      SpanId: SPAN,
      ParentSpanId: '',
      TraceState: '',
      SpanName: 'shopping_chat.activity',
      SpanKind: 'Internal',
      ServiceName: 'shop',
      ResourceAttributes: { 'service.name': 'shop' },
      ScopeName: 's',
      ScopeVersion: '1',
      SpanAttributes: { text: '' },
      Duration: 1_000_000_000,
      StatusCode: 'Unset',
      StatusMessage: '',
      'Events.Timestamp': ['2025-11-24 16:00:00.223456789'],
      'Events.Name': ['shopping_chat.trigger_clicked'],
      'Events.Attributes': [{ 'shopping_chat.event.seq': '1' }],
      'Links.TraceId': [],
      'Links.SpanId': [],
      'Links.TraceState': [],
      'Links.Attributes': [],
    },
  ]);
});

test('the same batch three times over gives the same rows', async () => {
  const backend = await startTestBackend();
  for (let delivery = 0; delivery < 3; delivery += 1) {
    expect(await postTraces(backend, requestWith(SPAN))).toMatchObject(SUCCESS);
    expect(await ask(backend, 'SELECT count() AS n FROM otel.otel_traces FINAL')).toEqual([{ n: 1 }]);
    expect(await ask(backend, 'SELECT count() AS n FROM otel.chat_events FINAL')).toEqual([{ n: 1 }]);
  }
});

test('many requests at once are all stored', async () => {
  const backend = await startTestBackend();
  const ids = Array.from({ length: 50 }, (_, index) => (index + 1).toString(16).padStart(16, '0'));
  const answers = await Promise.all(ids.map((id) => postTraces(backend, requestWith(id))));
  expect(answers.map((answer) => answer.status)).toEqual(ids.map(() => 200));
  expect(await ask(backend, 'SELECT count() AS n FROM otel.otel_traces FINAL')).toEqual([{ n: 50 }]);
});

test('bodies come plain, gzipped or deflated', async () => {
  const backend = await startTestBackend();
  const body = JSON.stringify(requestWith(SPAN));
  const gzip = { 'Content-Encoding': 'gzip' };
  expect(await postTraces(backend, new Uint8Array(gzipSync(body)), gzip)).toMatchObject(SUCCESS);
  expect(
    await postTraces(backend, new Uint8Array(deflateSync(body)), { 'Content-Encoding': 'deflate' }),
  ).toMatchObject(SUCCESS);
  expect(await postTraces(backend, body, gzip)).toMatchObject({
    status: 400,
    body: { code: 3, message: 'The body is not valid gzip: incorrect header check.' },
  });
  expect(await postTraces(backend, body, { 'Content-Encoding': 'br' })).toMatchObject({
    status: 400,
    body: { code: 3, message: 'Content-Encoding br is not supported: send gzip, deflate or none.' },
  });
});

describe('refusals', () => {
  test('a body that is larger than the limit, before or after decompression, gets 413', async () => {
    const backend = await startTestBackend({ maxBodyBytes: 10_000 });
    const large = JSON.stringify(requestWith(SPAN, 'x'.repeat(10_000)));
    const refusal = { status: 413, body: { code: 3, message: 'The body is larger than 10000 bytes.' } };
    expect(await postTraces(backend, large)).toMatchObject(refusal);
    const gzipped = new Uint8Array(gzipSync(large));
    expect(gzipped.length).toBeLessThan(10_000);
    expect(await postTraces(backend, gzipped, { 'Content-Encoding': 'gzip' })).toMatchObject(refusal);
    expect(await ask(backend, 'SELECT count() AS n FROM otel.otel_traces')).toEqual([{ n: 0 }]);
  });

  test('what is not JSON, or not OTLP, gets 400 with the reason', async () => {
    const backend = await startTestBackend();
    const broken = await postTraces(backend, '{"resourceSpans":');
    expect(broken).toMatchObject({ status: 400, body: { code: 3 } });
    expect(broken.body).toHaveProperty('message', expect.stringContaining('The body is not JSON: '));
    expect(await postTraces(backend, { resourceSpans: 1 })).toMatchObject({
      status: 400,
      body: { code: 3, message: 'resourceSpans is not an array.' },
    });
  });

  test('another content type gets 415', async () => {
    const backend = await startTestBackend();
    const protobuf = { 'Content-Type': 'application/x-protobuf' };
    expect(await postTraces(backend, 'x', protobuf)).toMatchObject({
      status: 415,
      body: {
        code: 3,
        message:
          'Content-Type application/x-protobuf is not supported: send OTLP as application/json (exporter "http/json").',
      },
    });
  });

  test('another path gets 404, another method 405', async () => {
    const { otlpUrl } = await startTestBackend();
    expect((await fetch(`${otlpUrl}/v1/metrics`, { method: 'POST' })).status).toBe(404);
    const get = await fetch(`${otlpUrl}/v1/traces`);
    expect([get.status, get.headers.get('allow')]).toEqual([405, 'POST, OPTIONS']);
  });

  test('when too much waits, requests get 503 and a time to come back', async () => {
    const backend = await startTestBackend({ maxWaitingBytes: 1 });
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        postTraces(backend, requestWith(`${10 + index}`.padStart(16, '0'))),
      ),
    );
    const refused = answers.filter((answer) => answer.status === 503);
    expect(refused.length).toBeGreaterThan(0);
    for (const answer of refused) {
      expect(answer.headers.get('retry-after')).toBe('1');
      expect(answer.body).toMatchObject({ code: 14 });
    }
    const stored = answers.length - refused.length;
    expect(await ask(backend, 'SELECT count() AS n FROM otel.otel_traces FINAL')).toEqual([{ n: stored }]);
  });
});

describe('pages of other origins', () => {
  test.for(['http://localhost', 'http://localhost:8080', 'http://127.0.0.1:5173'])(
    '%s may send, and its preflight says so',
    async (origin) => {
      const backend = await startTestBackend();
      const preflight = await fetch(`${backend.otlpUrl}/v1/traces`, {
        method: 'OPTIONS',
        headers: {
          Origin: origin,
          'Access-Control-Request-Method': 'POST',
          'Access-Control-Request-Headers': 'content-type',
        },
      });
      expect(preflight.status).toBe(204);
      expect(preflight.headers.get('access-control-allow-origin')).toBe(origin);
      expect(preflight.headers.get('access-control-allow-headers')).toBe('content-type');
      const answer = await postTraces(backend, requestWith(SPAN), { Origin: origin });
      expect(answer).toMatchObject(SUCCESS);
      expect(answer.headers.get('access-control-allow-origin')).toBe(origin);
    },
  );

  test.for([
    'https://shop.example',
    'http://localhost.example:80',
    'http://localhost:8080.shop.example',
    'https://localhost:8080',
    'null',
  ])('%s gets 403, and nothing is stored', async (origin) => {
    const backend = await startTestBackend();
    const answer = await postTraces(backend, requestWith(SPAN), { Origin: origin });
    expect(answer).toMatchObject({
      status: 403,
      body: { code: 7, message: `Pages of ${origin} may not send telemetry here.` },
    });
    expect(answer.headers.get('access-control-allow-origin')).toBe(null);
    expect(await ask(backend, 'SELECT count() AS n FROM otel.otel_traces')).toEqual([{ n: 0 }]);
  });

  test('the list can be another', async () => {
    const backend = await startTestBackend({ allowedOrigins: ['https://shop.example'] });
    expect(await postTraces(backend, requestWith(SPAN), { Origin: 'https://shop.example' })).toMatchObject(
      SUCCESS,
    );
    expect(await postTraces(backend, requestWith(SPAN), { Origin: 'http://localhost:8080' })).toMatchObject({
      status: 403,
    });
  });
});
