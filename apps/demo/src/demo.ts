import { join } from 'node:path';
import { parseAllowedHosts } from '@chatspan/loopback-server/own-hosts';
import { aborted, stopSignal } from '@chatspan/loopback-server/stop-signal';
import { checkPortsAreFree, readPorts } from './ports.ts';
import { startDemo } from './start-demo.ts';

const { env } = process;
const stop = stopSignal(() => console.log('Stopping. Press Ctrl-C again to end it now.'));

try {
  const unknown = process.argv.slice(2).find((argument) => argument !== '--fresh');
  if (unknown !== undefined) {
    throw new Error(`Unknown argument ${unknown}. There is one: --fresh, to begin with an empty database.`);
  }
  // The Collector and Jaeger are no part of the demo.
  const ports = { ...readPorts(env), otlpGrpc: 0, jaeger: 0 };
  await checkPortsAreFree(ports);
  const demo = await startDemo({
    ports,
    dataDir: env.CHATSPAN_DATA_DIR || join(import.meta.dirname, '../../../.cache/clickhouse'),
    fresh: process.argv.includes('--fresh'),
    ...(env.CHATSPAN_CLICKHOUSE_READER_PASSWORD && {
      readerPassword: env.CHATSPAN_CLICKHOUSE_READER_PASSWORD,
    }),
    ...(env.CHATSPAN_CLICKHOUSE_PASSWORD && { writerPassword: env.CHATSPAN_CLICKHOUSE_PASSWORD }),
    allowedHosts: parseAllowedHosts(env.CHATSPAN_ALLOWED_HOSTS, 'CHATSPAN_ALLOWED_HOSTS'),
    onProgress: (line) => console.log(line),
    signal: stop,
  });
  console.log(`assistant: ${demo.chatUrl}`);
  console.log(`OTLP/HTTP: ${demo.otlpUrl}`);
  console.log(`ClickHouse: ${demo.clickhouseUrl}`);
  console.log(`all chats: ${demo.explorerUrl}/`);
  console.log(`ready: ${demo.shopUrl}/`);
  await aborted(stop);
  await demo.close();
  process.exit(0);
} catch (error) {
  // A start that was stopped.
  if (stop.aborted && error instanceof Error && error.name === 'AbortError') process.exit(0);
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
