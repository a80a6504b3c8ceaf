import { parseArgs } from 'node:util';
import { parseAllowedHosts } from '@chatspan/loopback-server/own-hosts';
import { aborted, stopSignal } from '@chatspan/loopback-server/stop-signal';
import { demoAccess } from './demo-access.ts';
import { startExplorer } from './start-explorer.ts';
import { readTraceLinks } from './trace-links.ts';

const { env } = process;
const stop = stopSignal(() => console.log('Stopping. Press Ctrl-C again to end it now.'));

try {
  const { values } = parseArgs({
    options: {
      clickhouse: { type: 'string', default: env.CHATSPAN_CLICKHOUSE_URL || 'http://127.0.0.1:8123' },
      host: { type: 'string', default: env.CHATSPAN_EXPLORER_HOST || '127.0.0.1' },
      port: { type: 'string', default: env.CHATSPAN_EXPLORER_PORT || '8070' },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`--port takes a number from 0 to 65535, not ${values.port}.`);
  }
  const clickhouseUser = env.CHATSPAN_CLICKHOUSE_USER || 'reader';
  const demo = clickhouseUser === 'reader' ? await demoAccess(values.clickhouse) : undefined;
  const clickhousePassword = env.CHATSPAN_CLICKHOUSE_READER_PASSWORD || demo?.readerPassword || '';
  const memory = Number(env.CHATSPAN_EXPLORER_MAX_MEMORY_BYTES);
  const explorer = await startExplorer({
    port,
    host: values.host,
    clickhouseUrl: values.clickhouse,
    clickhouseUser,
    clickhousePassword,
    ...(memory > 0 && { maxMemoryBytes: memory }),
    ...(env.CHATSPAN_EXPLORER_TOKEN && { token: env.CHATSPAN_EXPLORER_TOKEN }),
    allowedHosts: parseAllowedHosts(env.CHATSPAN_ALLOWED_HOSTS, 'CHATSPAN_ALLOWED_HOSTS'),
    ...(env.CHATSPAN_EXPLORER_PAGE && { pageFolder: env.CHATSPAN_EXPLORER_PAGE }),
    onProgress: (line) => console.log(line),
    traceLinks: readTraceLinks(env.CHATSPAN_EXPLORER_TRACE_LINKS),
  });
  console.log(`ClickHouse: ${new URL(values.clickhouse).origin} as ${clickhouseUser}`);
  console.log(`ready: ${explorer.url}/`);
  await aborted(stop);
  await explorer.close();
  process.exit(0);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
