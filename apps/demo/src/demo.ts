import { once } from 'node:events';
import { join } from 'node:path';
import { checkPortsAreFree, readPorts } from './ports.ts';
import { startDemo } from './start-demo.ts';

const { env } = process;
const stop = new AbortController();
process.on('SIGINT', () => stop.abort());
process.on('SIGTERM', () => stop.abort());

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
    onProgress: (line) => console.log(line),
  });
  console.log(`assistant: ${demo.chatUrl}`);
  console.log(`OTLP/HTTP: ${demo.otlpUrl}`);
  console.log(`ClickHouse: ${demo.clickhouseUrl}`);
  console.log(`ready: ${demo.shopUrl}/`);
  if (!stop.signal.aborted) await once(stop.signal, 'abort');
  console.log('Stopping');
  await demo.close();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
