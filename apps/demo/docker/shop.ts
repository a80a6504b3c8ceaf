import { serveShop } from '@chatspan/demo-shop/server';
import { parseAllowedHosts } from '@chatspan/loopback-server/own-hosts';
import { aborted, stopSignal } from '@chatspan/loopback-server/stop-signal';
import { relayPort } from './relay-port.ts';
import { required } from './required-env.ts';

// From the start: a container's first process ignores a signal that it does not handle.
const stop = stopSignal();
const shop = await serveShop({
  port: 0,
  clickhouseUrl: required('CHATSPAN_CLICKHOUSE_URL'),
  clickhouseUser: 'reader',
  clickhousePassword: required('CHATSPAN_CLICKHOUSE_READER_PASSWORD'),
  otlpUrl: required('CHATSPAN_OTLP_URL'),
  chatUrl: required('CHATSPAN_CHAT_URL'),
  explorerUrl: required('CHATSPAN_EXPLORER_URL'),
  jaegerUrl: required('CHATSPAN_JAEGER_URL'),
  allowedHosts: parseAllowedHosts(required('CHATSPAN_ALLOWED_HOSTS'), 'CHATSPAN_ALLOWED_HOSTS'),
  onProgress: console.log,
});
await relayPort(8080, Number(new URL(shop.url).port));
console.log('ready: shop on port 8080');
await aborted(stop);
await shop.close();
process.exit(0);
