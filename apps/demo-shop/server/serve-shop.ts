import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { startServer } from '@chatspan/loopback-server/start-server';
import { loadQueries } from '@chatspan/named-queries/load-queries';
import { createQueryRunner } from '@chatspan/named-queries/query-runner';
import { serveQueries } from '@chatspan/named-queries/serve-queries';
import { build } from 'vite';
import { answerRequest } from './answer-request.ts';
import type { PageSettings } from './shop-vite-config.ts';
import { shopViteConfig } from './shop-vite-config.ts';

const cacheDir = join(import.meta.dirname, '../node_modules/.cache/demo-shop');
const queriesDir = join(import.meta.dirname, '../../../collector-config/clickhouse/queries');

export interface ServeShopOptions extends PageSettings {
  /** TCP port; 0 takes any free one. */
  readonly port: number;
  /** Base URL of the ClickHouse HTTP interface that the event panel reads from. */
  readonly clickhouseUrl: string;
  /** A user who may only read. Left out: ClickHouse's `default` without a password. */
  readonly clickhouseUser?: string;
  readonly clickhousePassword?: string;
  /** Values of `Host` to answer for besides this machine's own names, such as `localhost:9000`. @default none */
  readonly allowedHosts?: readonly string[];
  /** Gets one line of text for every step that may take longer than a second. */
  readonly onProgress?: (line: string) => void;
}

export interface RunningShop {
  /** Base URL with the real port and no trailing slash: `http://localhost:8080`. */
  readonly url: string;
  /** Ends the queries and the server, as `StartedServer.stop` says, and deletes the built files. */
  close(): Promise<void>;
}

/**
 * Builds the shop for the given addresses and serves it on 127.0.0.1. Every call builds into a folder of its own under
 * node_modules/.cache/demo-shop, so two shops never share files.
 * Throws when the build fails or the port is in use; the message of the latter names the port and CHATSPAN_SHOP_PORT.
 */
export async function serveShop(options: ServeShopOptions): Promise<RunningShop> {
  const { port, clickhouseUrl, clickhouseUser, clickhousePassword, allowedHosts = [], onProgress } = options;
  const queries = await loadQueries(queriesDir);
  await mkdir(cacheDir, { recursive: true });
  const builtDir = await mkdtemp(join(cacheDir, `${port}-`));
  const runner = createQueryRunner({
    url: clickhouseUrl,
    ...(clickhouseUser !== undefined && { username: clickhouseUser }),
    ...(clickhousePassword !== undefined && { password: clickhousePassword }),
  });
  const close = async (): Promise<void> => {
    await runner.close();
    await rm(builtDir, { recursive: true, force: true });
  };
  try {
    onProgress?.('building the shop …');
    const config = shopViteConfig(options);
    await build({
      ...config,
      logLevel: 'warn',
      build: { ...config.build, outDir: builtDir, emptyOutDir: true },
    });
    const listener = await answerRequest(builtDir, serveQueries(queries, runner));
    const server = await startServer(listener, { port, allowedHosts, variable: 'CHATSPAN_SHOP_PORT' });
    const url = `http://localhost:${server.port}`;
    onProgress?.(`shop on ${url}`);
    return {
      url,
      async close() {
        await server.stop(onProgress);
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}
