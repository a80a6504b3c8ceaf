import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { build } from 'vite';
import { answerRequest } from './answer-request.ts';
import type { ClickhouseReader } from './clickhouse-proxy.ts';
import type { PageSettings } from './shop-vite-config.ts';
import { shopViteConfig } from './shop-vite-config.ts';

// The shop is for this machine only.
const host = '127.0.0.1';

const cacheDir = join(import.meta.dirname, '../node_modules/.cache/demo-shop');

export interface ServeShopOptions extends PageSettings, ClickhouseReader {
  /** TCP port; 0 takes any free one. */
  readonly port: number;
  /** Gets one line of text for every step that may take longer than a second. */
  readonly onProgress?: (line: string) => void;
}

export interface RunningShop {
  /** Base URL with the real port and no trailing slash: `http://localhost:8080`. */
  readonly url: string;
  /** Stops listening, ends open connections and deletes the built files. */
  close(): Promise<void>;
}

/**
 * Builds the shop for the given addresses and serves it. Every call builds into a folder of its own under
 * node_modules/.cache/demo-shop, so two shops never share files.
 * Throws when the build fails or the port is taken; the message of the latter names the port and CHATSPAN_SHOP_PORT.
 */
export async function serveShop(options: ServeShopOptions): Promise<RunningShop> {
  const { port, onProgress } = options;
  await mkdir(cacheDir, { recursive: true });
  const builtDir = await mkdtemp(join(cacheDir, `${port}-`));
  try {
    onProgress?.('building the shop …');
    const config = shopViteConfig(options);
    await build({
      ...config,
      logLevel: 'warn',
      build: { ...config.build, outDir: builtDir, emptyOutDir: true },
    });
    const server = createServer(await answerRequest(builtDir, options));
    await listen(server, port);
    const url = `http://localhost:${(server.address() as AddressInfo).port}`;
    onProgress?.(`shop on ${url}`);
    return {
      url,
      async close() {
        await new Promise<void>((resolve) => {
          server.close(() => resolve());
          server.closeAllConnections();
        });
        await rm(builtDir, { recursive: true, force: true });
      },
    };
  } catch (error) {
    await rm(builtDir, { recursive: true, force: true });
    throw error;
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE') return reject(error);
      const advice = 'stop the program that uses it, or set CHATSPAN_SHOP_PORT to another port';
      reject(new Error(`Port ${port} is already taken on ${host}: ${advice}.`, { cause: error }));
    });
    server.listen(port, host, resolve);
  });
}
