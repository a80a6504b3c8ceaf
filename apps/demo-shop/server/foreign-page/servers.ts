import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LocalBackend } from '@chatspan/local-backend/server';
import { startLocalBackend } from '@chatspan/local-backend/server';
import { startChildServer } from '@chatspan-tools/processes/child-server';
import type { RunningShop } from '../serve-shop.ts';
import { serveShop } from '../serve-shop.ts';

const chatMain = join(import.meta.dirname, '../../../demo-chat-backend/src/main.ts');

export interface Servers {
  readonly shop: RunningShop;
  readonly backend: LocalBackend;
  readonly chatUrl: string;
  /** A server of somebody else on this machine: an empty page at every path. */
  readonly foreignPort: number;
  /** How many queries the shop has sent to ClickHouse. */
  queriesOfShop(): number;
  close(): Promise<void>;
}

/** The servers of the demo, the shop's queries counted on their way to the real engine, and a foreign server. */
export async function startServers(): Promise<Servers> {
  const dataDir = await mkdtemp(join(tmpdir(), 'chatspan-foreign-'));
  const backend = await startLocalBackend({ dataDir, otlpPort: 0, clickhousePort: 0 });
  const { otlpUrl = '', readerUser, readerPassword } = backend;
  let queries = 0;
  const counting = await listen((request, response) => {
    queries += 1;
    const { hostname, port } = new URL(backend.clickhouseUrl);
    const { method, headers, url } = request;
    const own = { ...headers, host: `${hostname}:${port}` };
    const passedOn = httpRequest({ hostname, port, method, path: url, headers: own }, (answer) => {
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(response);
    });
    request.pipe(passedOn);
  });
  const chat = await startChildServer({
    name: 'The chat backend',
    command: process.execPath,
    args: [chatMain],
    env: {
      ...(process.env as Record<string, string>),
      CHATSPAN_CHAT_PORT: '0',
      OTEL_EXPORTER_OTLP_ENDPOINT: otlpUrl,
    },
    find: [/^ready: (\S+)$/],
  });
  const chatUrl = chat.found[0] ?? '';
  const shop = await serveShop({
    port: 0,
    clickhouseUrl: `http://127.0.0.1:${counting.port}`,
    clickhouseUser: readerUser,
    clickhousePassword: readerPassword,
    otlpUrl,
    chatUrl,
  });
  const foreign = await listen((_request, response) => {
    response.setHeader('Content-Type', 'text/html').end('<!doctype html><title>Foreign</title><body>');
  });
  return {
    shop,
    backend,
    chatUrl,
    foreignPort: foreign.port,
    queriesOfShop: () => queries,
    async close() {
      await shop.close();
      await chat.close();
      for (const server of [counting, foreign]) server.close();
      await backend.close();
      await rm(dataDir, { recursive: true });
    },
  };
}

async function listen(listener: RequestListener): Promise<{ port: number; close(): void }> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
