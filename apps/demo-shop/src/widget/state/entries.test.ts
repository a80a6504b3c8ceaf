import { expect, test } from 'vitest';
import type { Entry } from './entries.ts';
import { findProduct, productIdsBeside } from './entries.ts';

const product = (id: string, price: number) => ({
  id,
  name: `Product ${id}`,
  price,
  currency: 'EUR',
  category: 'outerwear',
  url: `/products/${id}`,
  picture: `/pictures/${id}.svg`,
});

const said = (id: string): Entry => ({ kind: 'user', id, text: 'hm', voice: false });

const answered = (id: string): Entry => ({
  kind: 'assistant',
  id,
  text: 'well',
  responseId: undefined,
  streaming: false,
  local: false,
  rating: undefined,
});

const shown = (id: string, ...items: ReturnType<typeof product>[]): Entry => ({
  kind: 'products',
  id,
  items,
  title: undefined,
});

const entries = [
  said('u1'),
  answered('a1'),
  shown('p1', product('1', 10), product('2', 20)),
  said('u2'),
  answered('a2'),
  shown('p2', product('1', 11)),
];

test('the products of an answer are those between the shopper’s messages around it', () => {
  expect(productIdsBeside(entries, 'a1')).toEqual(['1', '2']);
  expect(productIdsBeside(entries, 'a2')).toEqual(['1']);
});

test('a product that was shown twice is the one shown last', () => {
  expect(findProduct(entries, '1')?.price).toBe(11);
  expect(findProduct(entries, '3')).toBeUndefined();
});
