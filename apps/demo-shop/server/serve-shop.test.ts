import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RunningShop } from './serve-shop.ts';
import { serveShop } from './serve-shop.ts';

const addresses = {
  clickhouseUrl: 'http://127.0.0.1:9',
  otlpUrl: 'http://otlp.example:4318',
  chatUrl: 'http://chat.example:8090',
};
const progress: string[] = [];
let shop: RunningShop;

beforeAll(async () => {
  shop = await serveShop({ ...addresses, port: 0, onProgress: (line) => progress.push(line) });
});
afterAll(() => shop.close());

async function get(
  path: string,
): Promise<{ status: number; type: string | null; text: string; cache: string | null }> {
  const response = await fetch(shop.url + path, { redirect: 'error' });
  const { headers, status } = response;
  return {
    status,
    type: headers.get('content-type'),
    cache: headers.get('cache-control'),
    text: await response.text(),
  };
}

test('the url has the port that was found for port 0, and every slow step was told', () => {
  expect(shop.url).toMatch(/^http:\/\/localhost:[1-9]\d+$/);
  expect(progress).toEqual(['building the shop …', `shop on ${shop.url}`]);
});

test('pages are answered by path', async () => {
  const answers = await Promise.all(
    ['/', '/category/footwear', '/products/431374', '/search?q=merino', '/help', '/checkout'].map(get),
  );
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
  expect(answers.map(({ text }) => text.match(/\/assets\/(\w+)-/)?.[1])).toEqual([
    'home',
    'category',
    'product',
    'search',
    'main',
    'checkout',
  ]);
  expect(answers.filter(({ text }) => text.includes('<!-- frame:'))).toEqual([]);
  expect(new Set(answers.map(({ cache }) => cache))).toEqual(new Set(['no-cache']));
});

test('an unknown product, category, path or file is a page with status 404', async () => {
  const answers = await Promise.all(
    [
      '/products/999999',
      '/category/tents',
      '/nowhere',
      '/pictures/999999.svg',
      '/..%2f..%2fpackage.json',
    ].map(get),
  );
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
  expect(answers.filter(({ text }) => !text.includes('This path ends here'))).toEqual([]);
});

test('pictures and scripts are served; a script may be kept for ever, its name has its hash', async () => {
  const picture = await get('/pictures/061215.svg');
  expect([picture.status, picture.type, picture.cache]).toEqual([200, 'image/svg+xml', 'no-cache']);
  const script = (await get('/')).text.match(/src="(\/assets\/[^"]+\.js)"/)?.[1];
  const answer = await get(script ?? '/no-script');
  expect([answer.status, answer.cache]).toEqual([200, 'public, max-age=31536000, immutable']);
});

test('the pages know the chat and the OTLP address they were built for', async () => {
  const script = (await get('/help')).text.match(/src="(\/assets\/main[^"]+\.js)"/)?.[1];
  const { text } = await get(script ?? '/no-script');
  expect(text).toContain('http://chat.example:8090');
  expect(text).toContain('http://otlp.example:4318');
});

test('nothing can be posted to the shop', async () => {
  const response = await fetch(`${shop.url}/checkout`, { method: 'POST', body: 'x' });
  expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
});

test('a foreign host name is refused, so that DNS rebinding reads nothing', async () => {
  const status = await new Promise((resolve, reject) => {
    const headers = { Host: 'shop.attacker.example' };
    httpRequest(`${shop.url}/clickhouse/?query=SELECT+1`, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
  expect(status).toBe(403);
});

test('a port in use is named, with the variable that changes it', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as AddressInfo;
  await expect(serveShop({ ...addresses, port })).rejects.toThrow(
    `Port ${port} is in use. Set CHATSPAN_SHOP_PORT to use another one.`,
  );
  await new Promise((resolve) => other.close(resolve));
});

test('a closed shop answers no more', async () => {
  const second = await serveShop({ ...addresses, port: 0 });
  await second.close();
  await expect(fetch(second.url)).rejects.toThrow('fetch failed');
});
