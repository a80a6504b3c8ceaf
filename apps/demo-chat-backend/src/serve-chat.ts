import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import products from '@chatspan/demo-shop/catalogue.json' with { type: 'json' };
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
  /** Stops listening and ends the answers under way; resolves when the last one has ended its spans. */
  close(): Promise<void>;
}

/**
 * Starts the chat backend. It writes to the global OpenTelemetry API; setting up an SDK is the caller's.
 * @throws Error with a plain sentence when the port is taken
 */
export async function serveChat(options: ServeChatOptions): Promise<ChatServer> {
  const { port, host = '127.0.0.1', latency, limitMs = 60_000 } = options;
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
  const server = createServer({ requestTimeout: limitMs, noDelay: true }, (request, response) => {
    const handled = handleRequest(request, response, settings).catch((error: unknown) => {
      console.error(error);
      response.destroy();
    });
    underWay.add(handled);
    void handled.finally(() => underWay.delete(handled));
  });
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'EADDRINUSE' ? portTaken(port) : error;
  }
  const { port: boundPort } = server.address() as AddressInfo;
  return {
    url: `http://${host}:${boundPort}`,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      shutdown.abort();
      await Promise.all(underWay);
      server.closeAllConnections();
      await closed;
    },
  };
}

function portTaken(port: number): Error {
  return new Error(
    `Port ${port} is taken by another program: stop that program, or set CHATSPAN_CHAT_PORT to a free port.`,
  );
}
