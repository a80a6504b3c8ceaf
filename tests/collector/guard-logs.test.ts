import type { Collector } from '@chatspan-tools/native/start-collector';
import { startCollector } from '@chatspan-tools/native/start-collector';
import type { Attributes } from '@chatspan-tools/native/testing/chat-trace';
import { plain } from '@chatspan-tools/native/testing/chat-trace';
import { eventually } from '@chatspan-tools/native/testing/eventually';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestLog } from './testing/chat-log.ts';
import { chatLogs, postLogs } from './testing/chat-log.ts';
import type { FakeVendor } from './testing/fake-vendor.ts';
import { startFakeVendor } from './testing/fake-vendor.ts';

/** What ClickHouse would get, sent to somebody who keeps it as JSON. */
const CONFIGS = [
  'base.yaml',
  'exporters/clickhouse.yaml',
  'vendors/generic-otlp.yaml',
  'yaml:service::pipelines::logs/clickhouse::exporters: [otlp_http/generic]',
  'yaml:exporters::otlp_http/generic::encoding: json',
];

let vendor: FakeVendor;
let guarded: Collector;
let keeping: Collector;

beforeAll(async () => {
  vendor = await startFakeVendor();
  const env = { OTLP_VENDOR_URL: vendor.url, OTLP_VENDOR_KEY: 'k' };
  guarded = await startCollector({ configs: CONFIGS, env });
  keeping = await startCollector({ configs: CONFIGS, env: { ...env, CHATSPAN_KEEP_TEXTS: 'true' } });
});

afterAll(async () => {
  await guarded?.close();
  await keeping?.close();
  await vendor?.close();
});

/** Sends one record, and returns what comes out. A name after `again:` is in the list of attributes twice. */
async function through(
  collector: Collector,
  record: TestLog,
  around: { resource?: Attributes; scope?: Attributes } = {},
) {
  const before = vendor.requests.length;
  const body = chatLogs([record], around).replaceAll('again:', '');
  expect((await postLogs(collector.otlpUrl, body)).status).toBe(200);
  const request = await eventually('the record', () => vendor.requests[before]);
  const [{ resource, scopeLogs }] = request.body.resourceLogs;
  const [{ scope, logRecords }] = scopeLogs;
  return {
    attributes: plain(logRecords[0].attributes ?? []),
    body: logRecords[0].body,
    resource: plain(resource.attributes),
    scope: plain(scope.attributes ?? []),
  };
}

const eventName = 'shopping_chat.user_respond';
const NAMED = { 'event.name': eventName };

const TEXTS = {
  'shopping_chat.message.text': 'I am allergic to wool',
  'shopping_chat.feedback.text': 'Too slow',
  'shopping_chat.feedback.target.text': 'The parka is warm',
  'gen_ai.input.messages': '[{"role":"user"}]',
  'gen_ai.output.messages': '[{"role":"assistant"}]',
  'gen_ai.tool.call.arguments': '{"query":"something warm"}',
  'gen_ai.prompt.0.content': 'Something warm',
};

test('drops every text from a log-based event, names it in an attribute, and keeps the rest', async () => {
  const again = Object.fromEntries(Object.entries(TEXTS).map(([name, text]) => [`again:${name}`, text]));
  const kept = { 'shopping_chat.message.length': 21, 'gen_ai.tool.call.id': 'call_1' };
  const { attributes } = await through(guarded, { eventName, attributes: { ...TEXTS, ...kept, ...again } });
  expect(attributes).toEqual({ ...kept, ...NAMED });
});

test.each(['suggestion_button', 'quick_reply', 'trigger_button', 'product_menu'])(
  'keeps the label of a %s',
  async (type) => {
    const sent = { 'shopping_chat.message.input_type': type, 'shopping_chat.message.text': 'Show similar' };
    expect((await through(guarded, { eventName, attributes: sent })).attributes).toEqual({
      ...sent,
      ...NAMED,
    });
  },
);

test.each([
  ['an event', { eventName, body: 'I am allergic to wool' }],
  [
    'an event that is named by an attribute',
    { attributes: { 'event.name': 'gen_ai.user.message' }, body: 'Wool?' },
  ],
  ['any record that holds fields', { body: { content: 'I am allergic to wool' } }],
  ['any record that holds a list', { body: ['I am allergic to wool'] }],
])('drops the body of %s', async (_, record) => {
  expect((await through(guarded, record)).body).toEqual({ stringValue: '' });
});

test('keeps the line that a program wrote, masked', async () => {
  const { body } = await through(guarded, { body: 'no such user eva@example.com' });
  expect(body).toEqual({ stringValue: 'no such user ****' });
});

test('masks addresses and card numbers in resource, scope, record and body, not in ids', async () => {
  const sent = { a: 'mail eva@example.com', b: 'pay 4111 1111 1111 1111', 'a.id': '4111111111111111' };
  const masked = { a: 'mail ****', b: 'pay ****', 'a.id': '4111111111111111' };
  const got = await through(
    guarded,
    { attributes: sent, body: 'card 378282246310005, mail eva%40example.com' },
    { resource: sent, scope: sent },
  );
  expect(got).toEqual({
    attributes: masked,
    body: { stringValue: 'card ****, mail ****' },
    resource: { 'service.name': 'shop', ...masked },
    scope: masked,
  });
});

test('keeps texts and bodies when the deployment opts in, and still masks what is in them', async () => {
  const attributes = { ...TEXTS, 'shopping_chat.feedback.text': 'Write to eva@example.com' };
  const got = await through(keeping, {
    eventName,
    attributes,
    body: { content: 'charge 4111 1111 1111 1111' },
  });
  expect(got.attributes).toEqual({
    ...attributes,
    ...NAMED,
    'shopping_chat.feedback.text': 'Write to ****',
  });
  expect(plain(got.body.kvlistValue.values)).toEqual({ content: 'charge ****' });
});

test('masks what stands in the name and version of a scope, and in schema URLs', async () => {
  const before = vendor.requests.length;
  const body = chatLogs([{ eventName }])
    .replace('"name":"test"', '"name":"eva@example.com","version":"eva@example.com"')
    .replace('"scopeLogs":[{', '"schemaUrl":"eva@example.com","scopeLogs":[{"schemaUrl":"eva@example.com",');
  expect((await postLogs(guarded.otlpUrl, body)).status).toBe(200);
  const request = await eventually('the record', () => vendor.requests[before]);
  const [{ resource, schemaUrl, scopeLogs }] = request.body.resourceLogs;
  expect({ resource: plain(resource.attributes), schemaUrl }).toEqual({
    resource: { 'service.name': 'shop' },
    schemaUrl: '****',
  });
  expect(scopeLogs[0]).toMatchObject({ scope: { name: '****', version: '****' }, schemaUrl: '****' });
});
