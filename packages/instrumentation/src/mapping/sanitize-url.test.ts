import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { sanitizeUrl } from './sanitize-url.ts';

beforeAll(() => vi.stubGlobal('document', { baseURI: 'https://shop.example/help/?session=secret#me' }));
afterAll(() => vi.unstubAllGlobals());

it.each([
  ['https://www.example.com/products/61215', 'https://www.example.com/products/61215'],
  ['https://www.example.com/help?email=a%40b.c#top', 'https://www.example.com/help'],
  ['https://user:secret@www.example.com:8443/a?x=1', 'https://www.example.com:8443/a'],
  ['https://user:sec@ret@www.example.com/a@b?x=@', 'https://www.example.com/a@b'],
  ['https://user:sec%2Fret@www.example.com', 'https://www.example.com/'],
  ['HTTPS://WWW.EXAMPLE.COM:443/a/../b', 'https://www.example.com/b'],
  ['https:\\\\user@www.example.com\\a', 'https://www.example.com/a'],
  ['https:products/61215', 'https://shop.example/help/products/61215'],
  ['//user@cdn.example.com/a', 'https://cdn.example.com/a'],
  ['/products/61215?utm_source=mail', 'https://shop.example/products/61215'],
  ['?q=my+secret', 'https://shop.example/help/'],
  ['#me@example.com', 'https://shop.example/help/'],
  ['mailto:someone@example.com', 'mailto:'],
  ['tel:+4912345678', 'tel:'],
  ['javascript:alert("secret")', 'javascript:'],
  ['  data:text/plain,secret', 'data:'],
  ['httpx:secret', 'httpx:'],
  ['https://example.com/a@b', 'https://example.com/a@b'],
  ['https://exa mple.com/secret', undefined],
])('reduces %j to %j', (url, expected) => {
  expect(sanitizeUrl(url, [])).toBe(expected);
});

it('keeps the listed query parameters and no other', () => {
  expect(sanitizeUrl('https://shop.example/search?q=coat&email=a@b.c&page=2#x', ['page', 'q'])).toBe(
    'https://shop.example/search?q=coat&page=2',
  );
});

it('keeps no question mark without a listed parameter', () => {
  expect(sanitizeUrl('https://shop.example/search?email=a@b.c', ['page'])).toBe(
    'https://shop.example/search',
  );
});
