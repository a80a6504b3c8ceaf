import { randomBytes } from 'node:crypto';
import { startDemo } from '@chatspan/demo/start';
import type { ClickHouseClient } from '@clickhouse/client';
import { createClient } from '@clickhouse/client';
import { temporaryFolder } from './temporary-folder.ts';

/** What `pnpm demo` starts, with an empty back end. */
export interface LocalShop {
  readonly url: string;
  readonly chatUrl: string;
  /** ClickHouse as the account that may only read. */
  readonly reader: ClickHouseClient;
  close(): Promise<void>;
}

/** Starts all of it on free ports. */
export async function startLocalShop(): Promise<LocalShop> {
  const folder = await temporaryFolder();
  const readerPassword = randomBytes(16).toString('hex');
  const demo = await startDemo({
    dataDir: folder.path,
    fresh: true,
    ports: { shop: 0, chat: 0, otlp: 0, clickhouse: 0, explorer: 0 },
    readerPassword,
    onProgress: () => {},
  });
  const reader = createClient({ url: demo.clickhouseUrl, username: 'reader', password: readerPassword });
  return {
    url: demo.shopUrl,
    chatUrl: demo.chatUrl,
    reader,
    async close() {
      await reader.close();
      await demo.close();
      await folder.remove();
    },
  };
}
