import { expect, test } from 'vitest';
import { categories } from './product.ts';
import { findProduct, products, productsIn, searchProducts } from './products.ts';

test('every id is six digits and used once', () => {
  const ids = products.map((product) => product.id);
  expect(ids.filter((id) => !/^\d{6}$/.test(id))).toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
});

test('the ids of the vendor documentation are for sale', () => {
  expect(['431374', '531284', '061215'].map((id) => findProduct(id)?.category)).toEqual([
    'outerwear',
    'outerwear',
    'outerwear',
  ]);
});

test('compatibleWith names other products that exist', () => {
  const broken = products.flatMap((product) =>
    product.compatibleWith
      .filter((id) => id === product.id || findProduct(id) === undefined)
      .map((id) => `${product.id} → ${id}`),
  );
  expect(broken).toEqual([]);
});

test('every category has products and no product is outside the categories', () => {
  expect(categories.filter((category) => productsIn(category).length < 6)).toEqual([]);
  expect(products.filter((product) => !categories.includes(product.category))).toEqual([]);
});

test('prices, warmth, weight and rating are in their ranges', () => {
  const outside = products.filter(
    ({ price, warmth, weightGrams, rating }) =>
      !(
        price > 0 &&
        Number.isInteger(warmth) &&
        warmth >= 1 &&
        warmth <= 5 &&
        weightGrams > 0 &&
        rating >= 1 &&
        rating <= 5
      ),
  );
  expect(outside).toEqual([]);
});

test('every description is two sentences', () => {
  const others = products.filter(({ description }) => description.match(/[.!?](?= |$)/g)?.length !== 2);
  expect(others.map(({ id }) => id)).toEqual([]);
});

test('a search finds every word at the start of a word, best rated first', () => {
  expect(searchProducts('merino sweater').map(({ id }) => id)).toEqual(['217074', '217081']);
  expect(searchProducts('RAIN shell blue').map(({ id }) => id)).toEqual(['431381']);
  expect(searchProducts('061215').map(({ name }) => name)).toEqual(['Ridgeway Puffer Jacket']);
  expect(searchProducts('umbrella')).toEqual([]);
  expect(searchProducts('  ')).toEqual([]);
});
