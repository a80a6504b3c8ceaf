import { once } from 'node:events';
import type { RequestListener, Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { clickhouseProxy } from './clickhouse-proxy.ts';

const servers: Server[] = [];

async function listen(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

afterEach(async () => {
  await Promise.all(
    servers.splice(0).map((server) => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    }),
  );
});

test('a query goes to ClickHouse with the credentials of the reader, never with those of the page', async () => {
  const seen: (string | undefined)[] = [];
  const clickhouseUrl = await listen((request, response) => {
    seen.push(request.method, request.url, request.headers.authorization);
    response.setHeader('Content-Type', 'application/json');
    response.end('{"data":[]}');
  });
  const shop = await listen(
    clickhouseProxy({ clickhouseUrl, clickhouseUser: 'reader', clickhousePassword: 'p:w' }),
  );

  const response = await fetch(`${shop}/clickhouse/?query=SELECT+1&param_session=ab&user=writer&password=x`, {
    headers: { Authorization: 'Basic d3JpdGVyOng=', 'X-ClickHouse-User': 'writer' },
  });

  expect(seen).toEqual(['GET', '/?query=SELECT+1&param_session=ab', 'Basic cmVhZGVyOnA6dw==']);
  expect([
    response.status,
    response.headers.get('content-type'),
    response.headers.get('cache-control'),
  ]).toEqual([200, 'application/json', 'no-store']);
  expect(await response.text()).toBe('{"data":[]}');
});

test('only GET is let through', async () => {
  let reached = 0;
  const clickhouseUrl = await listen((_request, response) => {
    reached += 1;
    response.end();
  });
  const shop = await listen(clickhouseProxy({ clickhouseUrl }));
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'HEAD']) {
    const response = await fetch(`${shop}/clickhouse/?query=SELECT+1`, { method });
    expect([method, response.status, response.headers.get('allow')]).toEqual([method, 405, 'GET']);
  }
  expect(reached).toBe(0);
});

test('an error of ClickHouse comes through with its status and code', async () => {
  const clickhouseUrl = await listen((_request, response) => {
    response.writeHead(404, { 'X-ClickHouse-Exception-Code': '60', 'Content-Type': 'text/plain' });
    response.end('Code: 60. DB::Exception: Unknown table');
  });
  const shop = await listen(clickhouseProxy({ clickhouseUrl }));
  const response = await fetch(`${shop}/clickhouse/?query=SELECT+1`);
  expect([response.status, response.headers.get('x-clickhouse-exception-code')]).toEqual([404, '60']);
  expect(await response.text()).toBe('Code: 60. DB::Exception: Unknown table');
});

test('a ClickHouse that is not there is a sentence with status 502', async () => {
  const clickhouseUrl = await listen(() => {});
  await new Promise((resolve) => servers.pop()?.close(resolve));
  const shop = await listen(clickhouseProxy({ clickhouseUrl }));
  const response = await fetch(`${shop}/clickhouse/?query=SELECT+1`);
  expect(response.status).toBe(502);
  expect(await response.text()).toBe(
    `ClickHouse at ${clickhouseUrl} cannot be reached (ECONNREFUSED). Is the local back end running?\n`,
  );
});

test('a ClickHouse that breaks off in the middle breaks the answer off too', async () => {
  const clickhouseUrl = await listen((_request, response) => {
    response.write('{"data":[');
    setImmediate(() => response.destroy());
  });
  const shop = await listen(clickhouseProxy({ clickhouseUrl }));
  const read = fetch(`${shop}/clickhouse/?query=SELECT+1`).then((response) => response.text());
  await expect(read).rejects.toThrow('terminated');
});

test('a page that leaves before the answer takes the query with it', { timeout: 5_000 }, async () => {
  const page = new AbortController();
  let ended: Promise<unknown> | undefined;
  const clickhouseUrl = await listen((_request, response) => {
    ended = once(response, 'close');
    page.abort();
  });
  const shop = await listen(clickhouseProxy({ clickhouseUrl }));
  const read = fetch(`${shop}/clickhouse/?query=SELECT+1`, { signal: page.signal });
  await expect(read).rejects.toThrow('This operation was aborted');
  await ended;
});

test('an answer that comes and breaks off after the page has left breaks nothing', async () => {
  const page = new AbortController();
  let left: Promise<unknown> | undefined;
  let ended: Promise<unknown> | undefined;
  const clickhouseUrl = await listen(async (_request, response) => {
    ended = once(response, 'close');
    page.abort();
    await left;
    response.write('{"data":[');
    setImmediate(() => response.destroy());
  });
  const proxy = clickhouseProxy({ clickhouseUrl });
  const shop = await listen((request, response) => {
    left = once(response, 'close');
    void proxy(request, response);
  });
  const read = fetch(`${shop}/clickhouse/?query=SELECT+1`, { signal: page.signal });
  await expect(read).rejects.toThrow('This operation was aborted');
  await ended;
});
