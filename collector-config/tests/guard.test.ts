import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Collector } from '../native/start-collector.ts';
import { startCollector } from '../native/start-collector.ts';
import type { Attributes } from '../testing/chat-trace.ts';
import { chatTrace, plain, postTraces } from '../testing/chat-trace.ts';
import { eventually } from '../testing/eventually.ts';
import type { FakeVendor } from '../testing/fake-vendor.ts';
import { startFakeVendor } from '../testing/fake-vendor.ts';

const JSON_ENCODING = 'yaml:exporters::otlp_http/generic::encoding: json';

let vendor: FakeVendor;
let guarded: Collector;
let keeping: Collector;

beforeAll(async () => {
  vendor = await startFakeVendor();
  const configs = ['base.yaml', 'vendors/generic-otlp.yaml', JSON_ENCODING];
  const env = { OTLP_VENDOR_URL: vendor.url, OTLP_VENDOR_HEADER: 'x-key', OTLP_VENDOR_KEY: 'k' };
  guarded = await startCollector({ configs, env });
  keeping = await startCollector({ configs, env: { ...env, CHATSPAN_KEEP_TEXTS: 'true' } });
});

afterAll(async () => {
  await guarded?.close();
  await keeping?.close();
  await vendor?.close();
});

/** Sends one turn span with one event, and returns what the vendor gets. A name after `again:` is there twice. */
async function through(
  collector: Collector,
  sent: { span?: Attributes; event?: Attributes; resource?: Attributes; message?: string },
) {
  const before = vendor.requests.length;
  const status = sent.message === undefined ? {} : { status: { code: 2, message: sent.message } };
  const event = { name: 'shopping_chat.user_respond', attributes: sent.event ?? {} };
  const body = chatTrace(
    [{ name: 'shopping_chat.turn', attributes: sent.span ?? {}, events: [event], ...status }],
    sent.resource,
  ).replaceAll('again:', '');
  expect((await postTraces(collector.otlpUrl, body)).status).toBe(200);
  const request = await eventually('the vendor gets the span', () => vendor.requests[before]);
  const [resourceSpans] = request.body.resourceSpans;
  const [span] = resourceSpans.scopeSpans[0].spans;
  return {
    span: plain(span.attributes ?? []),
    event: plain(span.events[0].attributes ?? []),
    resource: plain(resourceSpans.resource.attributes),
    message: span.status.message,
    request,
  };
}

test.each(['text', 'voice', 'a_type_of_tomorrow'])(
  'drops what the shopper wrote by %s and keeps its length',
  async (type) => {
    const { event } = await through(guarded, {
      event: {
        'shopping_chat.message.input_type': type,
        'shopping_chat.message.text': 'I am allergic to wool',
        'shopping_chat.message.length': 21,
      },
    });
    expect(event).toEqual({ 'shopping_chat.message.input_type': type, 'shopping_chat.message.length': 21 });
  },
);

test('drops a message whose origin is not said', async () => {
  const { event } = await through(guarded, {
    event: { 'shopping_chat.message.text': 'I am allergic to wool' },
  });
  expect(event).toEqual({});
});

test.each(['suggestion_button', 'quick_reply', 'trigger_button', 'product_menu'])(
  'keeps the label of a %s',
  async (type) => {
    const sent = { 'shopping_chat.message.input_type': type, 'shopping_chat.message.text': 'Show similar' };
    expect((await through(guarded, { event: sent })).event).toEqual(sent);
  },
);

const TEXTS = {
  'shopping_chat.feedback.text': 'Too slow',
  'shopping_chat.feedback.target.text': 'The parka is warm',
  'gen_ai.input.messages': '[{"role":"user"}]',
  'gen_ai.output.messages': '[{"role":"assistant"}]',
  'gen_ai.prompt': 'Something warm',
  'gen_ai.completion': 'The parka',
};

test('drops feedback and model texts, on spans and on events', async () => {
  const { span, event } = await through(guarded, {
    span: { ...TEXTS, 'shopping_chat.message.text': 'x' },
    event: TEXTS,
  });
  expect({ span, event }).toEqual({ span: {}, event: {} });
});

test('drops every attribute of a text, however often its name is in the list', async () => {
  const all = { ...TEXTS, 'shopping_chat.message.text': 'I am allergic to wool' };
  const copies = (times: string) => Object.entries(all).map(([name, text]) => [`${times}${name}`, text]);
  const sent = { ...all, ...Object.fromEntries([...copies('again:'), ...copies('again:again:')]) };
  const { span, event } = await through(guarded, { span: sent, event: sent });
  expect({ span, event }).toEqual({ span: {}, event: {} });
});

test('drops a text behind an attribute of the same name that holds nothing', async () => {
  const empty = { key: 'shopping_chat.message.text', value: {} };
  const sent = chatTrace([
    { name: 'shopping_chat.turn', attributes: { 'shopping_chat.message.text': 'I am allergic to wool' } },
  ]).replace(
    '"attributes":[{"key":"shopping_chat',
    `"attributes":[${JSON.stringify(empty)},{"key":"shopping_chat`,
  );
  const before = vendor.requests.length;
  expect((await postTraces(guarded.otlpUrl, sent)).status).toBe(200);
  const { body } = await eventually('the vendor gets the span', () => vendor.requests[before]);
  expect(body.resourceSpans[0].scopeSpans[0].spans[0].attributes ?? []).toEqual([]);
});

test('drops what a model and its tools were given, and leaves what says how they were called', async () => {
  const kept = {
    'gen_ai.tool.call.id': 'call_1',
    'gen_ai.memory.record.count': 2,
    'gen_ai.evaluation.score.label': 'relevant',
    'gen_ai.output.type': 'text',
    'gen_ai.prompt_version': '7',
    'gen_ai.usage.input_tokens': 3,
  };
  const { span } = await through(guarded, {
    span: {
      ...kept,
      'gen_ai.tool.call.arguments': '{"query":"something warm"}',
      'gen_ai.tool.call.result': '["parka"]',
      'gen_ai.retrieval.query.text': 'something warm',
      'gen_ai.prompt.0.content': 'Something warm',
      'gen_ai.system_instructions': 'Be kind',
      'gen_ai.memory.query.text': 'what she eats',
      'gen_ai.memory.records': '[{"content":"vegetarian"}]',
      'gen_ai.evaluation.explanation': 'It does not say that wool itches',
      'gen_ai.event.content': '{"content":"Something warm"}',
      'gen_ai.agent.invocation_input': 'Something warm',
      'gen_ai.agent.invocation_output': 'The parka',
      'gen_ai.embeddings.input': 'Something warm',
      'gen_ai.request.messages': '[{"role":"user"}]',
      'gen_ai.response.text': 'The parka',
      'gen_ai.response.object': '{"product":"parka"}',
      'gen_ai.response.tool_calls': '[{"query":"something warm"}]',
      'gen_ai.tool.input': '{"query":"something warm"}',
      'gen_ai.tool.output': '["parka"]',
    },
  });
  expect(span).toEqual(kept);
});

test('keeps texts when the deployment opts in, and still masks what is in them', async () => {
  const sent = {
    ...TEXTS,
    'shopping_chat.feedback.text': 'Write to eva@example.com or charge 4111 1111 1111 1111',
  };
  const kept = { ...TEXTS, 'shopping_chat.feedback.text': 'Write to **** or charge ****' };
  const { span, event } = await through(keeping, { span: sent, event: sent });
  expect({ span, event }).toEqual({ span: kept, event: kept });
});

test.each([
  ['eva@example.com', '****'],
  ['Mail Eva.Svensson+shop@mail.example.co.uk, please', 'Mail ****, please'],
  ['jürgen@müller.example', '****'],
  [
    'https://shop.example/account?mail=eva%40example.com&page=2',
    'https://shop.example/account?mail=****&page=2',
  ],
  [
    'https://shop.example/login?next=https%3A%2F%2Fshop.example%2F%3Fmail%3Deva%2540example.com%26page%3D2',
    'https://shop.example/login?next=****%26page%3D2',
  ],
  ['Mail उपयोगकर्ता@उदाहरण.कॉम, please', 'Mail ****, please'],
  ['Mail ju\u0308rgen@mu\u0308ller.example, please', 'Mail ****, please'],
  ['4111111111111111', '****'],
  ['pay with 5500-0000-0000-0004 now', 'pay with **** now'],
  ['amex 3782 822463 10005', 'amex ****'],
  ['copied 4111\u00a01111\u00a01111\u00a01111', 'copied ****'],
  ['https://shop.example/search?q=4111+1111+1111+1111&page=2', 'https://shop.example/search?q=****&page=2'],
  ['https://shop.example/search?q=3782%20822463%2010005&page=2', 'https://shop.example/search?q=****&page=2'],
  [
    'https://shop.example/login?next=%2Fpay%3Fcard%3D4111111111111111%26page%3D2',
    'https://shop.example/login?next=%2Fpay%3Fcard****%26page%3D2',
  ],
  [
    'https://shop.example/login?next=%252Fpay%253Fcard%253D378282246310005',
    'https://shop.example/login?next=%252Fpay%253Fcard****',
  ],
  ['{"support":{"mail":"help@example.com","size":"large"}}', '{"support":{"mail":"****","size":"large"}}'],
  ['copied 4111\u202f1111\u202f1111\u202f1111', 'copied ****'],
  [
    'https://shop.example/search?q=4111%C2%A01111%C2%A01111%C2%A01111&page=2',
    'https://shop.example/search?q=****&page=2',
  ],
  [
    'https://shop.example/login?next=%2Fsearch%3Fq%3D4111%2B1111%2B1111%2B1111%26page%3D2',
    'https://shop.example/login?next=%2Fsearch%3Fq****%26page%3D2',
  ],
  [
    'https://shop.example/login?next=%2Fsearch%3Fq%3D3782%2520822463%252010005',
    'https://shop.example/login?next=%2Fsearch%3Fq****',
  ],
  [String.raw`{"text":"my card:\n4111 1111 1111 1111\nthanks"}`, String.raw`{"text":"my card:****\nthanks"}`],
  [String.raw`{"text":"my card \u201e378282246310005\u201c"}`, String.raw`{"text":"my card ****\u201c"}`],
  [String.raw`{"text":"4111\u00a01111\u00a01111\u00a01111"}`, '{"text":"****"}'],
  [String.raw`{"text":"my mail:\neva@example.com\nthanks"}`, String.raw`{"text":"my mail:****\nthanks"}`],
  [String.raw`{"mail":"j\u00fcrgen@m\u00fcller.example"}`, '{"mail":"****"}'],
])('masks %s wherever it is', async (sent, masked) => {
  const got = await through(guarded, {
    span: { 'exception.message': sent },
    event: { 'shopping_chat.link.text': sent },
    resource: { 'deployment.note': sent },
  });
  expect([got.span, got.event, got.resource]).toEqual([
    { 'exception.message': masked },
    { 'shopping_chat.link.text': masked },
    { 'service.name': 'shop', 'deployment.note': masked },
  ]);
});

test.each([
  ['no such user eva@example.com', 'no such user ****'],
  ['card 4111 1111 1111 1111 declined', 'card **** declined'],
  ['card 378282246310005 declined', 'card **** declined'],
  ['GET /pay?next=%2F%3Fcard%3D4111111111111111 failed', 'GET /pay?next=%2F%3Fcard**** failed'],
  [String.raw`{"error":"card\n4111111111111111\neva@example.com"}`, '{"error":"card********"}'],
  ['GET /?q=3782%C2%A0822463%C2%A010005 failed', 'GET /?q=**** failed'],
])('masks the status message %s', async (sent, masked) => {
  expect((await through(guarded, { message: sent })).message).toBe(masked);
});

test('writes an array that holds something to mask as its JSON text, and leaves the other arrays alone', async () => {
  const { event } = await through(guarded, {
    event: {
      'shopping_chat.trigger.starter.texts': ['Write to eva@example.com', 'Is it warm?'],
      'shopping_chat.suggestion.labels': ['Is it warm?', 'Is it dry?'],
    },
  });
  expect(event).toEqual({
    'shopping_chat.trigger.starter.texts': '["Write to ****","Is it warm?"]',
    'shopping_chat.suggestion.labels': ['Is it warm?', 'Is it dry?'],
  });
});

test('masks what begins a line in an array, and leaves its JSON text whole', async () => {
  const { event } = await through(guarded, {
    event: {
      'shopping_chat.suggestion.labels': [
        'Card:\n4111111111111111',
        'Mail:\neva@example.com',
        'C:\\eva@example.com',
      ],
    },
  });
  expect(event).toEqual({ 'shopping_chat.suggestion.labels': '["Card:****","Mail:****","C:****"]' });
});

test('a name is an id by its last word, not by its last letters', async () => {
  const number = '4111111111111111';
  const { span } = await through(guarded, {
    span: { 'a.paid': number, bids: number, 'a.ids': number, id: number },
  });
  expect(span).toEqual({ 'a.paid': '****', bids: '****', 'a.ids': number, id: number });
});

const INTACT: Attributes = {
  'shopping_chat.action': 'user_respond',
  'shopping_chat.event.seq': 4111,
  'shopping_chat.product.id': '4111111111111111',
  'shopping_chat.selection.product_ids': ['4111111111111111', '378282246310005', '431374'],
  'shopping_chat.session.id': '4111111111111111',
  'shopping_chat.turn.span_id': '5500000000000004',
  'session.id': '378282246310005',
  'gen_ai.response.id': '6011000000000004',
  'shopping_chat.trigger.template': 'banner_v2',
  'url.full': 'https://shop.example/products/7982905098326?variant=42915672326',
  'shopping_chat.turn.time_to_first_byte': 0.4532981298471234,
  'shopping_chat.turn.request_count': 1764000000000000,
  'a.uuid': '12344111-1111-4111-8111-411111111111',
  'a.gtin': '4006381333931',
  'a.handle': 'https://social.example/@northfell.shop',
  'a.package': 'widget@2.13.4',
  'a.trace': '00-41111111111111115500000000000004-4111a11111111111-01',
};

test('leaves ids, numbers and what only looks alike untouched, types included', async () => {
  const { span, event, request } = await through(guarded, { span: INTACT, event: INTACT });
  expect({ span, event }).toEqual({ span: INTACT, event: INTACT });
  expect(request.headers['x-key']).toBe('k');
  expect(request.path).toBe('/v1/traces');
});
