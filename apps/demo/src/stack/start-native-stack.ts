import { join } from 'node:path';
import { serveShop } from '@chatspan/demo-shop/server';
import { startExplorer } from '@chatspan/explorer/start-explorer';
import { startLocalBackend } from '@chatspan/local-backend/server';
import { startedParts } from '@chatspan/loopback-server/started-parts';
import { ensureBinaries } from '@chatspan-tools/native/ensure-binaries';
import { startCollector } from '@chatspan-tools/native/start-collector';
import { startJaeger } from '@chatspan-tools/native/start-jaeger';
import type { Ports } from '../ports.ts';
import { checkPortsAreFree } from '../ports.ts';
import { startChatBackend } from '../start-chat-backend.ts';

/** The Collector waits for half-sent requests without an end. */
const COLLECTOR_STOP_MILLIS = 5_000;

export interface NativeStackOptions {
  ports: Ports;
  /** Folder of the ClickHouse data and of the Collector's queues. */
  dataDir: string;
  /** Collector files besides base, ClickHouse and Jaeger, such as `vendors/honeycomb.yaml`. */
  layers: string[];
  /** What the layers read: keys of vendors and settings of the Collector. */
  env: Record<string, string>;
  /** Called with a sentence for each step that takes longer than a second. */
  onProgress: (line: string) => void;
  /** Values of `Host` to answer for besides this machine's own names, such as `localhost:9000`. @default none */
  allowedHosts?: readonly string[];
  /** Stops the start: what has started is closed, and its reason is thrown. */
  signal?: AbortSignal;
}

export interface NativeStack {
  shopUrl: string;
  chatUrl: string;
  otlpUrl: string;
  clickhouseUrl: string;
  explorerUrl: string;
  /** Who may read ClickHouse, and nothing else. */
  reader: { username: string; password: string };
  jaegerUrl: string;
  /** Stops all of it, the last started first, so that nothing is sent into the void. */
  close(): Promise<void>;
}

/** Starts the pipeline as processes of this machine. When a part does not start, those before it are stopped again. */
export async function startNativeStack(options: NativeStackOptions): Promise<NativeStack> {
  const { allowedHosts = [], ports, onProgress, signal } = options;
  await checkPortsAreFree(ports);
  await ensureBinaries(onProgress, signal);
  const parts = startedParts(onProgress);
  try {
    const clickhouse = parts.keep(
      'ClickHouse',
      await startLocalBackend({
        dataDir: join(options.dataDir, 'clickhouse'),
        otlpPort: false,
        clickhousePort: ports.clickhouse,
        allowedHosts,
        onProgress,
      }),
    );
    signal?.throwIfAborted();
    onProgress('Starting Jaeger');
    const jaeger = parts.keep('Jaeger', await startJaeger({ queryPort: ports.jaeger }));
    signal?.throwIfAborted();
    onProgress('Starting the Collector');
    const collector = parts.keep(
      'the Collector',
      await startCollector({
        closeWithinMillis: COLLECTOR_STOP_MILLIS,
        configs: ['base.yaml', 'exporters/clickhouse.yaml', 'exporters/jaeger.yaml', ...options.layers],
        env: {
          ...options.env,
          CHATSPAN_OTLP_PORT: String(ports.otlp),
          CHATSPAN_OTLP_GRPC_PORT: String(ports.otlpGrpc),
          CHATSPAN_COLLECTOR_DATA_DIR: join(options.dataDir, 'collector'),
          CHATSPAN_CLICKHOUSE_URL: clickhouse.clickhouseUrl,
          CHATSPAN_CLICKHOUSE_USER: clickhouse.writerUser,
          CHATSPAN_CLICKHOUSE_PASSWORD: clickhouse.writerPassword,
          CHATSPAN_JAEGER_OTLP_URL: jaeger.otlpUrl,
        },
      }),
    );
    signal?.throwIfAborted();
    onProgress('Starting the chat backend');
    const chat = parts.keep(
      'the chat backend',
      await startChatBackend({ port: ports.chat, otlpUrl: collector.otlpUrl }),
    );
    signal?.throwIfAborted();
    const explorer = parts.keep(
      'the explorer',
      await startExplorer({
        port: ports.explorer,
        clickhouseUrl: clickhouse.clickhouseUrl,
        clickhouseUser: clickhouse.readerUser,
        clickhousePassword: clickhouse.readerPassword,
        allowedHosts,
        onProgress,
      }),
    );
    signal?.throwIfAborted();
    const shop = parts.keep(
      'the shop',
      await serveShop({
        port: ports.shop,
        clickhouseUrl: clickhouse.clickhouseUrl,
        clickhouseUser: clickhouse.readerUser,
        clickhousePassword: clickhouse.readerPassword,
        otlpUrl: collector.otlpUrl,
        chatUrl: chat.url,
        explorerUrl: explorer.url,
        allowedHosts,
        onProgress,
      }),
    );
    const urls = {
      shopUrl: shop.url,
      chatUrl: chat.url,
      otlpUrl: collector.otlpUrl,
      clickhouseUrl: clickhouse.clickhouseUrl,
      explorerUrl: explorer.url,
      reader: { username: clickhouse.readerUser, password: clickhouse.readerPassword },
      jaegerUrl: jaeger.queryUrl,
    };
    await answersAll([
      shop.url,
      `${explorer.url}/api/settings`,
      `${chat.url}/flags`,
      collector.healthUrl,
      `${jaeger.queryUrl}/api/v3/services`,
    ]);
    signal?.throwIfAborted();
    return { ...urls, close: parts.close };
  } catch (error) {
    await parts.close();
    throw error;
  }
}

/** Throws when one of the URLs does not answer with success. */
async function answersAll(urls: string[]): Promise<void> {
  for (const url of urls) {
    const response = await fetch(url);
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`${url} answers ${response.status} ${response.statusText}.`);
  }
}
