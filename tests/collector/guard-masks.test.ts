import type { Attributes } from '@chatspan-tools/native/testing/chat-trace';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Guarded } from './testing/guarded.ts';
import { startGuarded } from './testing/guarded.ts';

let guarded: Guarded;

beforeAll(async () => {
  guarded = await startGuarded();
});

afterAll(() => guarded?.close());

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
  const got = await guarded.through({
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
  expect((await guarded.through({ message: sent })).message).toBe(masked);
});

test('writes an array that holds something to mask as its JSON text, and leaves the other arrays alone', async () => {
  const { event } = await guarded.through({
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
  const { event } = await guarded.through({
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
  const { span } = await guarded.through({
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
  const { span, event, request } = await guarded.through({ span: INTACT, event: INTACT });
  expect({ span, event }).toEqual({ span: INTACT, event: INTACT });
  expect(request.headers['x-key']).toBe('k');
  expect(request.path).toBe('/v1/traces');
});
