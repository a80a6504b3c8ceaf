import { gzipSync } from 'node:zlib';
import type { Collector } from '@chatspan-tools/native/start-collector';
import { startCollector } from '@chatspan-tools/native/start-collector';
import { chatTrace, postTraces } from '@chatspan-tools/native/testing/chat-trace';
import { eventually } from '@chatspan-tools/native/testing/eventually';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FakeVendor } from './testing/fake-vendor.ts';
import { startFakeVendor } from './testing/fake-vendor.ts';

let vendor: FakeVendor;
let collector: Collector;

beforeAll(async () => {
  vendor = await startFakeVendor();
  collector = await startCollector({
    configs: ['base.yaml', 'vendors/generic-otlp.yaml', 'yaml:exporters::otlp_http/generic::encoding: json'],
    env: {
      OTLP_VENDOR_URL: vendor.url,
      CHATSPAN_CORS_ORIGINS: 'https://shop.example,https://*.shop.example',
    },
  });
});

afterAll(async () => {
  await collector?.close();
  await vendor?.close();
});

async function post(headers: Record<string, string>, body: string | Uint8Array<ArrayBuffer>) {
  const response = await fetch(`${collector.otlpUrl}/v1/traces`, { method: 'POST', headers, body });
  return { status: response.status, text: await response.text() };
}

const JSON_TYPE = { 'content-type': 'application/json' };

test('answers 400 to a body over the limit, compressed or not, and says why', async () => {
  const body = chatTrace([{ name: 'large', attributes: { filler: 'x'.repeat(4_194_304) } }]);
  const plain = await post(JSON_TYPE, body);
  const compressed = await post({ ...JSON_TYPE, 'content-encoding': 'gzip' }, new Uint8Array(gzipSync(body)));
  expect([plain.status, compressed.status]).toEqual([400, 400]);
  expect(plain.text).toContain('request body too large');
});

test.each([
  ['no JSON', JSON_TYPE, '{"resourceSpans":[', 400],
  ['JSON of another shape', JSON_TYPE, '{"resourceSpans":"none"}', 400],
  [
    'a trace id that is none',
    JSON_TYPE,
    '{"resourceSpans":[{"scopeSpans":[{"spans":[{"traceId":"zz"}]}]}]}',
    400,
  ],
  ['protobuf that is none', { 'content-type': 'application/x-protobuf' }, 'not protobuf', 400],
  ['gzip that is none', { ...JSON_TYPE, 'content-encoding': 'gzip' }, 'not gzip', 400],
  ['a content type that is not OTLP', { 'content-type': 'text/plain' }, '{}', 415],
])('answers %s with a status of 4xx', async (_, headers, body, status) => {
  expect((await post(headers as Record<string, string>, body)).status).toBe(status);
});

test.each(['logs', 'metrics'])('answers 404 to %s, which no layer here takes', async (signal) => {
  const response = await fetch(`${collector.otlpUrl}/v1/${signal}`, {
    method: 'POST',
    headers: JSON_TYPE,
    body: '{}',
  });
  expect(response.status).toBe(404);
});

test('goes on as if nothing had been after bad requests', async () => {
  expect((await postTraces(collector.otlpUrl, chatTrace([{ name: 'good' }]))).status).toBe(200);
  await eventually('the good span', () => vendor.requests.length > 0);
  const names = vendor.requests.map(({ body }) => body.resourceSpans[0].scopeSpans[0].spans[0].name);
  expect(names).toEqual(['good']);
  expect((await fetch(collector.healthUrl)).status).toBe(200);
});

async function preflight(origin: string) {
  const response = await fetch(`${collector.otlpUrl}/v1/traces`, {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-encoding,content-type',
    },
  });
  return [response.status, response.headers.get('access-control-allow-origin')];
}

test('lets the pages of the configured origins send, and no others', async () => {
  expect(await preflight('https://shop.example')).toEqual([204, 'https://shop.example']);
  expect(await preflight('https://www.shop.example')).toEqual([204, 'https://www.shop.example']);
  expect(await preflight('https://shop.example.evil.example')).toEqual([204, null]);
  expect(await preflight('http://localhost:8080')).toEqual([204, null]);
});
