import { serveShop } from '@chatspan/demo-shop/server';
import type { LocalBackendOptions } from '@chatspan/local-backend/server';
import { startLocalBackend } from '@chatspan/local-backend/server';
import { startChatBackend } from './start-chat-backend.ts';

export interface DemoOptions
  extends Pick<LocalBackendOptions, 'dataDir' | 'readerPassword' | 'writerPassword'> {
  /** Begin with an empty database. */
  fresh: boolean;
  ports: { shop: number; chat: number; otlp: number; clickhouse: number };
  /** Called with a sentence before each step that may take longer than a second. */
  onProgress: (line: string) => void;
}

export interface Demo {
  readonly shopUrl: string;
  readonly chatUrl: string;
  readonly otlpUrl: string;
  readonly clickhouseUrl: string;
  /** Stops all of it, the last started first, so that the last spans still find the back end. */
  close(): Promise<void>;
}

/** Starts the embedded back end, the assistant and the shop. When one does not start, those before it are stopped. */
export async function startDemo(options: DemoOptions): Promise<Demo> {
  const { ports, onProgress, ...backendOptions } = options;
  const parts: { close(): Promise<void> }[] = [];
  async function close(): Promise<void> {
    for (let part = parts.pop(); part !== undefined; part = parts.pop()) await part.close();
  }
  try {
    const backend = await startLocalBackend({
      ...backendOptions,
      otlpPort: ports.otlp,
      clickhousePort: ports.clickhouse,
      onProgress,
    });
    parts.push(backend);
    const otlpUrl = String(backend.otlpUrl);
    onProgress('Starting the assistant');
    const chat = await startChatBackend({ port: ports.chat, otlpUrl });
    parts.push(chat);
    onProgress('Building the shop');
    const shop = await serveShop({
      port: ports.shop,
      clickhouseUrl: backend.clickhouseUrl,
      clickhouseUser: backend.readerUser,
      clickhousePassword: backend.readerPassword,
      otlpUrl,
      chatUrl: chat.url,
    });
    parts.push(shop);
    await answers(`${otlpUrl}/health`);
    await answers(`${chat.url}/flags`);
    await answers(`${shop.url}/`);
    await answers(
      `${shop.url}/clickhouse/?query=${encodeURIComponent('SELECT count() FROM otel.chat_events')}`,
    );
    return { shopUrl: shop.url, chatUrl: chat.url, otlpUrl, clickhouseUrl: backend.clickhouseUrl, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function answers(url: string): Promise<void> {
  const response = await fetch(url);
  const text = await response.text();
  if (!response.ok) throw new Error(`${url} answers ${response.status}: ${text.slice(0, 200)}`);
}
