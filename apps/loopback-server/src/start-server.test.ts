import { once } from 'node:events';
import type { OutgoingHttpHeaders, RequestListener } from 'node:http';
import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { rawConnection } from '../testing/raw-connection.ts';
import type { StartServerOptions } from './start-server.ts';
import { startServer } from './start-server.ts';

async function start(listener: RequestListener, options: Partial<StartServerOptions> = {}) {
  const server = await startServer(listener, { port: 0, variable: 'CHATSPAN_TEST_PORT', ...options });
  onTestFinished(() => server.stop());
  return server;
}

async function ask(port: number, headers: OutgoingHttpHeaders) {
  const request = httpRequest({ port, host: '127.0.0.1', headers }).end();
  const [response] = await once(request, 'response');
  return { status: response.statusCode as number, text: await text(response) };
}

test('answers for localhost, 127.0.0.1 and [::1] with its port, and for no other host', async () => {
  let reached = 0;
  const { port } = await start((_request, response) => {
    reached += 1;
    response.end();
  });
  for (const name of ['localhost', '127.0.0.1', '[::1]', 'LOCALHOST']) {
    expect([name, (await ask(port, { Host: `${name}:${port}` })).status]).toEqual([name, 200]);
  }
  expect(reached).toBe(4);
  const foreign = ['evil.example', `evil.example:${port}`, 'localhost', 'localhost:1', `localhost.:${port}`];
  for (const host of [...foreign, `localhost:${port}.evil.example`, `localhost@evil.example:${port}`]) {
    expect([host, await ask(port, { Host: host })]).toEqual([
      host,
      {
        status: 403,
        text:
          `This server does not answer for the host "${host}". ` +
          'To allow a name of yours, add it with its port to CHATSPAN_ALLOWED_HOSTS.\n',
      },
    ]);
  }
  expect(reached).toBe(4);
});

test('refuses a request without a host, as HTTP/1.0 allows it', async () => {
  const { port } = await start((_request, response) => response.end('reached'));
  const connection = await rawConnection(port, 'GET / HTTP/1.0\r\n\r\n');
  await connection.closed;
  expect(connection.received()).toContain('HTTP/1.1 403 Forbidden');
});

test('answers for a host that was allowed, such as that of a forwarded port', async () => {
  const { port } = await start((_request, response) => response.end(), { allowedHosts: ['Demo.test:9000'] });
  expect((await ask(port, { Host: 'demo.test:9000' })).status).toBe(200);
  expect((await ask(port, { Host: 'demo.test:9001' })).status).toBe(403);
});

test('a port in use is named, with the variable that changes it', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  onTestFinished(() => void other.close());
  const { port } = other.address() as AddressInfo;
  await expect(startServer(() => {}, { port, variable: 'CHATSPAN_TEST_PORT' })).rejects.toThrow(
    `Port ${port} is in use. Set CHATSPAN_TEST_PORT to use another one.`,
  );
});
