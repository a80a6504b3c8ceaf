import { serveShop } from '@chatspan/demo-shop/server';
import { relayPort } from './relay-port.ts';
import { required } from './required-env.ts';

const shop = await serveShop({
  port: 0,
  clickhouseUrl: required('CHATSPAN_CLICKHOUSE_URL'),
  clickhouseUser: 'reader',
  clickhousePassword: required('CHATSPAN_CLICKHOUSE_READER_PASSWORD'),
  otlpUrl: required('CHATSPAN_OTLP_URL'),
  chatUrl: required('CHATSPAN_CHAT_URL'),
  jaegerUrl: required('CHATSPAN_JAEGER_URL'),
  onProgress: console.log,
});
await relayPort(8080, Number(new URL(shop.url).port));
console.log('ready: shop on port 8080');
process.once('SIGTERM', () => shop.close().then(() => process.exit(0)));
