import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { holdUnfinishedPost, rawConnection } from '../testing/raw-connection.ts';
import { startServer } from './start-server.ts';

async function start(listener: RequestListener) {
  const server = await startServer(listener, { port: 0, variable: 'CHATSPAN_TEST_PORT' });
  onTestFinished(() => server.stop());
  return { ...server, url: `http://127.0.0.1:${server.port}` };
}

async function millisOf(work: Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work;
  return performance.now() - began;
}

test('closes connections that are idle, silent or in the middle of a request, at once', async () => {
  const arrived = Promise.withResolvers<void>();
  const server = await start(async (request, response) => {
    if (request.method === 'POST') arrived.resolve();
    // As any handler: fails when the connection is cut.
    await buffer(request).then(
      () => response.end('ok'),
      () => response.destroy(),
    );
  });
  const silent = await rawConnection(server.port, '');
  const halfHead = await rawConnection(server.port, 'GET / HTTP/1.1\r\nHost: ');
  const idle = await rawConnection(server.port, `GET / HTTP/1.1\r\nHost: localhost:${server.port}\r\n\r\n`);
  await expect.poll(() => idle.received()).toContain('200 OK');
  const halfBody = await holdUnfinishedPost(server.url, '/v1/traces');
  await arrived.promise;

  const lines: string[] = [];
  expect(await millisOf(server.stop((line) => lines.push(line)))).toBeLessThan(1_000);
  await Promise.all([silent, halfHead, idle, halfBody].map(({ closed }) => closed));
  expect(lines).toEqual([]);
});

test('a request that has arrived gets its answer, and then its connection is closed', async () => {
  const arrived = Promise.withResolvers<ServerResponse>();
  const server = await start((_request, response) => arrived.resolve(response));
  const asked = fetch(`${server.url}/slow?text=secret`);
  const response = await arrived.promise;
  const lines: string[] = [];
  const stopped = server.stop((line) => {
    lines.push(line);
    response.end('late');
  });
  const answer = await asked;
  expect([await answer.text(), answer.headers.get('connection')]).toEqual(['late', 'close']);
  await stopped;
  expect(lines).toEqual(['Waiting up to 3 s for 1 request: GET /slow']);
});

test('a request without an answer is cut off after 3 seconds', async () => {
  const arrived: IncomingMessage[] = [];
  const server = await start((request) => void arrived.push(request));
  const asked = [fetch(`${server.url}/a`), fetch(`${server.url}/b`)].map((answer) =>
    answer.catch((error: Error) => error.message),
  );
  await expect.poll(() => arrived.length).toBe(2);
  const lines: string[] = [];
  const millis = await millisOf(server.stop((line) => lines.push(line)));
  expect(millis).toBeGreaterThan(2_900);
  expect(millis).toBeLessThan(5_000);
  expect(await Promise.all(asked)).toEqual(['fetch failed', 'fetch failed']);
  expect(lines[0]).toMatch(/^Waiting up to 3 s for 2 requests: GET \/[ab], GET \/[ab]$/);
});

test('an answer that streams without an end is cut off, too', async () => {
  const server = await start((_request, response) => response.write('first'));
  const { body } = await fetch(server.url);
  const reader = body?.getReader();
  await reader?.read();
  expect(await millisOf(server.stop())).toBeLessThan(5_000);
  await expect(reader?.read()).rejects.toThrow('terminated');
});

test('a stopped server takes no more connections', async () => {
  const server = await start((_request, response) => response.end());
  await server.stop();
  const late = await rawConnection(server.port, '').catch((error: NodeJS.ErrnoException) => error.code);
  expect(late).toBe('ECONNREFUSED');
});

test('stopping twice waits for the same end', async () => {
  const server = await start((_request, response) => response.end());
  await Promise.all([server.stop(), server.stop()]);
  await server.stop();
});
