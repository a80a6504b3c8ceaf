import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { foreignPage } from './foreign-page.ts';

function reason(headers: Record<string, string>, allowsOrigin?: (origin: string) => boolean) {
  return foreignPage(
    { headers: { host: 'localhost:8080', ...headers } } as unknown as IncomingMessage,
    allowsOrigin,
  );
}

test.each([
  ['a program, which sends neither header', {}],
  ['an image or a fetch of an own page', { 'sec-fetch-site': 'same-origin' }],
  ['a URL that was typed', { 'sec-fetch-site': 'none' }],
  ['a form or a fetch with an origin', { origin: 'http://localhost:8080', 'sec-fetch-site': 'same-origin' }],
  ['an own page of a browser without Sec-Fetch-Site', { origin: 'http://localhost:8080' }],
])('answers %s', (_, headers) => {
  expect(reason(headers)).toBeUndefined();
});

test.each([
  ['an image of another site', { 'sec-fetch-site': 'cross-site' }, 'another site'],
  ['an image of another port', { 'sec-fetch-site': 'same-site' }, 'another site'],
  ['a form of another site', { origin: 'http://evil.example' }, 'http://evil.example'],
  ['a page of another port', { origin: 'http://localhost:8090' }, 'http://localhost:8090'],
  [
    'a page of a name that only begins like it',
    { origin: 'http://localhost:80801' },
    'http://localhost:80801',
  ],
  ['a sandboxed frame or a file', { origin: 'null' }, 'another site'],
  ['an origin that is no URL', { origin: 'localhost:8080' }, 'localhost:8080'],
  [
    'an own origin that the browser calls another site',
    { origin: 'http://localhost:8080', 'sec-fetch-site': 'cross-site' },
    'http://localhost:8080',
  ],
])('refuses %s', (_, headers, page) => {
  expect(reason(headers)).toBe(`A page of ${page} may not send requests to localhost:8080.`);
});

test('answers pages of an origin that is allowed, and no others', () => {
  const allowsShop = (origin: string) => origin === 'http://localhost:8090';
  const crossSite = { 'sec-fetch-site': 'cross-site' };
  expect(reason({ origin: 'http://localhost:8090', ...crossSite }, allowsShop)).toBeUndefined();
  expect(reason({ origin: 'http://localhost:8091', ...crossSite }, allowsShop)).toContain('may not send');
  // An image carries no origin, so nobody can tell whose it is.
  expect(reason(crossSite, allowsShop)).toContain('may not send');
});
