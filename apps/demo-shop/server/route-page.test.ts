import { expect, test } from 'vitest';
import { routePage } from './route-page.ts';

test('every kind of page has its path, with or without a slash at the end', () => {
  expect(routePage('/')).toBe('home');
  expect(routePage('/category/outerwear')).toBe('category');
  expect(routePage('/category/outerwear/')).toBe('category');
  expect(routePage('/products/061215')).toBe('product');
  expect(routePage('/search')).toBe('search');
  expect(routePage('/help')).toBe('help');
  expect(routePage('/checkout')).toBe('checkout');
});

test('an unknown category or product is the not-found page', () => {
  expect(routePage('/category/tents')).toBe('not-found');
  expect(routePage('/products/999999')).toBe('not-found');
  expect(routePage('/products/61215')).toBe('not-found');
});

test('what is not a page is left to the file server', () => {
  expect(routePage('/assets/main.js')).toBeUndefined();
  expect(routePage('/pictures/431374.svg')).toBeUndefined();
  expect(routePage('/products/431374/picture')).toBeUndefined();
  expect(routePage('/products')).toBeUndefined();
  expect(routePage('/search/more')).toBeUndefined();
});
