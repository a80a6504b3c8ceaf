import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Attributes } from '@chatspan-tools/native/testing/chat-trace';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Guarded } from './testing/guarded.ts';
import { startGuarded } from './testing/guarded.ts';

interface Case {
  readonly name: string;
  readonly in: string;
}
interface Cases {
  readonly mask: readonly (Case & { readonly out: string })[];
  readonly keep: readonly Case[];
  readonly differ: readonly (Case & { readonly collector: string })[];
}
const TABLE = '../../packages/semantic-conventions/sensitive-text/cases.yaml';
const cases: Cases = parse(readFileSync(join(import.meta.dirname, TABLE), 'utf8'));

let guarded: Guarded;

beforeAll(async () => {
  guarded = await startGuarded();
});

afterAll(() => guarded?.close());

/** Sends the text in every place that is looked into, and expects the other text in each. */
async function expectInAllPlaces(sent: string, received: string): Promise<void> {
  const got = await guarded.through({
    span: { 'exception.message': sent },
    event: { 'shopping_chat.link.text': sent },
    resource: { 'deployment.note': sent },
    scope: { note: sent },
    fields: sent,
  });
  expect(got).toMatchObject({
    span: { 'exception.message': received },
    event: { 'shopping_chat.link.text': received },
    resource: { 'deployment.note': received },
    scope: { note: received },
    fields: {
      'status message': received,
      'span name': received,
      'scope name': received,
      'scope version': received,
      'scope schema URL': received,
      'resource schema URL': received,
      'trace state': received,
    },
  });
}

test.each(cases.mask)('masks $name', async ({ in: sent, out }) => {
  await expectInAllPlaces(sent, out);
});

test.each(cases.keep)('keeps $name', async ({ in: sent }) => {
  await expectInAllPlaces(sent, sent);
});

test.each(cases.differ)('differs from the page for $name', async ({ in: sent, collector }) => {
  await expectInAllPlaces(sent, collector);
});

test('leaves no attribute behind that it used itself', async () => {
  const { span, scope, resource } = await guarded.through({ fields: 'eva@example.com' });
  expect({ span, scope, resource }).toEqual({ span: {}, scope: {}, resource: { 'service.name': 'shop' } });
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

test.each([
  [
    ['Card:\n4111111111111111', 'Mail:\neva@example.com', 'C:\\eva@example.com'],
    '["Card:****","Mail:****","C:****"]',
  ],
  [['"eva svensson"@example.com', '4111&nbsp;1111&nbsp;1111&nbsp;1111'], '["****","****"]'],
])('keeps the JSON text of an array whole: %j', async (sent, text) => {
  const { event } = await guarded.through({ event: { 'shopping_chat.suggestion.labels': sent } });
  expect(event).toEqual({ 'shopping_chat.suggestion.labels': text });
});

test('masks addresses in ids, and card numbers in names that only end in the letters of "id"', async () => {
  const number = '4111111111111111';
  const { span } = await guarded.through({
    span: { 'a.paid': number, bids: number, 'a.ids': number, id: number, 'user.id': 'eva@example.com' },
  });
  expect(span).toEqual({ 'a.paid': '****', bids: '****', 'a.ids': number, id: number, 'user.id': '****' });
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
  'shopping_chat.turn.time_to_first_byte': 0.4532981298471234,
  'shopping_chat.turn.request_count': 1764000000000000,
};

test('leaves ids and numbers untouched, types included', async () => {
  const { span, event, request } = await guarded.through({ span: INTACT, event: INTACT });
  expect({ span, event }).toEqual({ span: INTACT, event: INTACT });
  expect(request.headers['x-key']).toBe('k');
  expect(request.path).toBe('/v1/traces');
});
