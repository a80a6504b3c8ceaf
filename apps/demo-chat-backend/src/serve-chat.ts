import products from '@chatspan/demo-shop/catalogue.json' with { type: 'json' };
import { startServer } from '@chatspan/loopback-server/start-server';
import { handleRequest } from './api/handle-request.ts';
import type { Latency } from './assistant/run.ts';
import { DEFAULT_LATENCY } from './assistant/run.ts';
import type { Product } from './catalogue/product.ts';
import { Chats } from './chats.ts';
import { Flags } from './flags.ts';

export interface ServeChatOptions {
  /** TCP port; 0 takes a free one. */
  readonly port: number;
  /** Address to listen on. @default '127.0.0.1' */
  readonly host?: string;
  /** Values of `Host` to answer for besides this machine's own names, such as `localhost:9000`. @default none */
  readonly allowedHosts?: readonly string[];
  /** The same seed gives the same ids, token counts and waits for the same requests. @default '1' */
  readonly seed?: string;
  /** Waits in milliseconds. @default see DEFAULT_LATENCY */
  readonly latency?: Partial<Latency>;
  /** How long one request may take, in milliseconds; then it ends with a FATAL_ERROR event. @default 60000 */
  readonly limitMs?: number;
  /** What the assistant knows. @default the demo shop's catalogue */
  readonly catalogue?: readonly Product[];
  /** Record message text on the model spans. @default false */
  readonly captureContent?: boolean;
  /** The clock of the answers' `_id` and `sentDate`, in milliseconds since 1970. @default Date.now */
  readonly now?: () => number;
}

export interface ChatServer {
  readonly url: string;
  /**
   * Stops listening and ends the answers under way; resolves when the last one has ended its spans.
   * @param onWaiting Called with a sentence when a request is waited for.
   */
  close(onWaiting?: (line: string) => void): Promise<void>;
}

/**
 * Starts the chat backend. It writes to the global OpenTelemetry API; setting up an SDK is the caller's.
 * @throws Error that names the port and CHATSPAN_CHAT_PORT when the port is in use
 */
export async function serveChat(options: ServeChatOptions): Promise<ChatServer> {
  const { port, host = '127.0.0.1', allowedHosts = [], latency, limitMs = 60_000 } = options;
  const shutdown = new AbortController();
  const underWay = new Set<Promise<void>>();
  const settings = {
    agentIds: ['demo'],
    chats: new Chats(),
    flags: new Flags(),
    seed: options.seed ?? '1',
    latency: { ...DEFAULT_LATENCY, ...latency },
    limitMs,
    catalogue: options.catalogue ?? products,
    captureContent: options.captureContent ?? false,
    now: options.now ?? Date.now,
    shutdown: shutdown.signal,
  };
  const server = await startServer(
    (request, response) => {
      const handled = handleRequest(request, response, settings).catch((error: unknown) => {
        console.error(error);
        response.destroy();
      });
      underWay.add(handled);
      void handled.finally(() => underWay.delete(handled));
    },
    { port, host, allowedHosts, variable: 'CHATSPAN_CHAT_PORT', requestTimeoutMillis: limitMs },
  );
  return {
    url: `http://${host}:${server.port}`,
    close: async (onWaiting) => {
      const stopped = server.stop(onWaiting);
      shutdown.abort();
      await stopped;
      await Promise.all(underWay);
    },
  };
}
