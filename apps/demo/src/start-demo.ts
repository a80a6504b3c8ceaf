import { serveShop } from '@chatspan/demo-shop/server';
import { startExplorer } from '@chatspan/explorer/start-explorer';
import type { LocalBackendOptions } from '@chatspan/local-backend/server';
import { startLocalBackend } from '@chatspan/local-backend/server';
import { startedParts } from '@chatspan/loopback-server/started-parts';
import { startChatBackend } from './start-chat-backend.ts';

export interface DemoOptions
  extends Pick<LocalBackendOptions, 'dataDir' | 'readerPassword' | 'writerPassword' | 'allowedHosts'> {
  /** Begin with an empty database. */
  fresh: boolean;
  ports: { shop: number; chat: number; otlp: number; clickhouse: number; explorer: number };
  /** Called with a sentence before each step that may take longer than a second. */
  onProgress: (line: string) => void;
  /** Stops the start: what has started is closed, and its reason is thrown. */
  signal?: AbortSignal;
}

export interface Demo {
  readonly shopUrl: string;
  readonly chatUrl: string;
  readonly otlpUrl: string;
  readonly clickhouseUrl: string;
  readonly explorerUrl: string;
  /** Stops all of it, the last started first, so that the last spans still find the back end. */
  close(): Promise<void>;
}

/** Starts the embedded back end, the assistant, the explorer and the shop. When one does not start, those before it are stopped. */
export async function startDemo(options: DemoOptions): Promise<Demo> {
  const { ports, onProgress, signal, ...backendOptions } = options;
  const { allowedHosts = [] } = options;
  const parts = startedParts(onProgress);
  try {
    const backend = parts.keep(
      'the back end',
      await startLocalBackend({
        ...backendOptions,
        otlpPort: ports.otlp,
        clickhousePort: ports.clickhouse,
        onProgress,
      }),
    );
    signal?.throwIfAborted();
    const otlpUrl = String(backend.otlpUrl);
    onProgress('Starting the assistant');
    const chat = parts.keep('the assistant', await startChatBackend({ port: ports.chat, otlpUrl }));
    signal?.throwIfAborted();
    const explorer = parts.keep(
      'the explorer',
      await startExplorer({
        port: ports.explorer,
        clickhouseUrl: backend.clickhouseUrl,
        clickhouseUser: backend.readerUser,
        clickhousePassword: backend.readerPassword,
        allowedHosts,
        onProgress,
      }),
    );
    signal?.throwIfAborted();
    onProgress('Building the shop');
    const shop = parts.keep(
      'the shop',
      await serveShop({
        port: ports.shop,
        clickhouseUrl: backend.clickhouseUrl,
        clickhouseUser: backend.readerUser,
        clickhousePassword: backend.readerPassword,
        otlpUrl,
        chatUrl: chat.url,
        explorerUrl: explorer.url,
        allowedHosts,
        onProgress,
      }),
    );
    signal?.throwIfAborted();
    await answers(`${otlpUrl}/health`);
    await answers(`${chat.url}/flags`);
    await answers(`${shop.url}/`);
    await answers(`${shop.url}/api/queries/chat-traces?session=none`);
    await answers(`${explorer.url}/api/settings`);
    return {
      shopUrl: shop.url,
      chatUrl: chat.url,
      otlpUrl,
      clickhouseUrl: backend.clickhouseUrl,
      explorerUrl: explorer.url,
      close: parts.close,
    };
  } catch (error) {
    await parts.close();
    throw error;
  }
}

async function answers(url: string): Promise<void> {
  const response = await fetch(url);
  const text = await response.text();
  if (!response.ok) throw new Error(`${url} answers ${response.status}: ${text.slice(0, 200)}`);
}
