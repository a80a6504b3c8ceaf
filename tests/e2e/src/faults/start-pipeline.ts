import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { LocalBackend } from '@chatspan/local-backend/server';
import { startLocalBackend } from '@chatspan/local-backend/server';
import type { Collector } from '@chatspan-tools/native/start-collector';
import { startCollector } from '@chatspan-tools/native/start-collector';
import type { Jaeger } from '@chatspan-tools/native/start-jaeger';
import { startJaeger } from '@chatspan-tools/native/start-jaeger';
import type { ClickHouseClient } from '@clickhouse/client';
import { createClient } from '@clickhouse/client';
import { temporaryFolder } from '../temporary-folder.ts';

/** A Collector in front of Jaeger and ClickHouse, each of which can be stopped and started again where it was. */
export interface Pipeline {
  readonly otlpUrl: string;
  readonly jaegerUrl: string;
  /** ClickHouse as the account that may only read. */
  readonly reader: ClickHouseClient;
  stopClickHouse(): Promise<void>;
  startClickHouse(): Promise<void>;
  killJaeger(): Promise<void>;
  startJaeger(): Promise<void>;
  killCollector(): Promise<void>;
  /** Starts the Collector on what its queues hold, with settings besides those that it always has. */
  startCollector(settings?: Readonly<Record<string, string>>): Promise<void>;
  close(): Promise<void>;
}

/** Starts all three on free ports. */
export async function startPipeline(): Promise<Pipeline> {
  const folder = await temporaryFolder();
  const passwords = { readerPassword: secret(), writerPassword: secret() };
  const openClickHouse = (clickhousePort: number): Promise<LocalBackend> =>
    startLocalBackend({
      dataDir: join(folder.path, 'clickhouse'),
      otlpPort: false,
      clickhousePort,
      ...passwords,
    });
  let clickhouse: LocalBackend | undefined = await openClickHouse(0);
  const { clickhouseUrl } = clickhouse;

  let jaeger: Jaeger = await startJaeger();
  const jaegerPorts = { queryPort: portOf(jaeger.queryUrl), otlpPort: portOf(jaeger.otlpUrl) };

  const openCollector = (otlpPort: number, settings: Readonly<Record<string, string>> = {}) =>
    startCollector({
      configs: ['base.yaml', 'exporters/clickhouse.yaml', 'exporters/jaeger.yaml'],
      env: {
        CHATSPAN_OTLP_PORT: String(otlpPort),
        CHATSPAN_COLLECTOR_DATA_DIR: join(folder.path, 'collector'),
        CHATSPAN_CLICKHOUSE_URL: clickhouseUrl,
        CHATSPAN_CLICKHOUSE_PASSWORD: passwords.writerPassword,
        CHATSPAN_CLICKHOUSE_FLUSH: '200ms',
        CHATSPAN_JAEGER_OTLP_URL: jaeger.otlpUrl,
        ...settings,
      },
    });
  let collector: Collector = await openCollector(0);
  const { otlpUrl } = collector;

  const reader = createClient({
    url: clickhouseUrl,
    username: 'reader',
    password: passwords.readerPassword,
  });
  const stopClickHouse = async (): Promise<void> => {
    await clickhouse?.close();
    clickhouse = undefined;
  };
  return {
    otlpUrl,
    jaegerUrl: jaeger.queryUrl,
    reader,
    stopClickHouse,
    async startClickHouse() {
      clickhouse = await openClickHouse(portOf(clickhouseUrl));
    },
    killJaeger: () => jaeger.kill('SIGKILL'),
    async startJaeger() {
      jaeger = await startJaeger(jaegerPorts);
    },
    killCollector: () => collector.kill('SIGKILL'),
    async startCollector(settings) {
      collector = await openCollector(portOf(otlpUrl), settings);
    },
    async close() {
      await reader.close();
      await collector.close();
      await jaeger.close();
      await stopClickHouse();
      await folder.remove();
    },
  };
}

function secret(): string {
  return randomBytes(16).toString('hex');
}

function portOf(url: string): number {
  return Number(new URL(url).port);
}
