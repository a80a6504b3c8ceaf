import { startExplorer } from '@chatspan/explorer/start-explorer';
import { readTraceLinks } from '@chatspan/explorer/trace-links';
import { parseAllowedHosts } from '@chatspan/loopback-server/own-hosts';
import { aborted, stopSignal } from '@chatspan/loopback-server/stop-signal';
import { relayPort } from './relay-port.ts';
import { required } from './required-env.ts';

// From the start: a container's first process ignores a signal that it does not handle.
const stop = stopSignal();
const explorer = await startExplorer({
  port: 0,
  clickhouseUrl: required('CHATSPAN_CLICKHOUSE_URL'),
  clickhouseUser: 'reader',
  clickhousePassword: required('CHATSPAN_CLICKHOUSE_READER_PASSWORD'),
  allowedHosts: parseAllowedHosts(required('CHATSPAN_ALLOWED_HOSTS'), 'CHATSPAN_ALLOWED_HOSTS'),
  traceLinks: readTraceLinks(process.env.CHATSPAN_EXPLORER_TRACE_LINKS),
  onProgress: console.log,
});
await relayPort(8070, Number(new URL(explorer.url).port));
console.log('ready: explorer on port 8070');
await aborted(stop);
await explorer.close();
process.exit(0);
