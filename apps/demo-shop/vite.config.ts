import { defineConfig } from 'vite';
import { shopViteConfig } from './server/shop-vite-config.ts';

const { CHATSPAN_SHOP_PORT = '8080', CHATSPAN_OTLP_PORT = '4318', CHATSPAN_CHAT_PORT = '8090' } = process.env;

/** For `vite` on the command line, beside a running demo: its shop answers the queries. */
export default defineConfig({
  ...shopViteConfig({
    otlpUrl: `http://localhost:${CHATSPAN_OTLP_PORT}`,
    chatUrl: `http://localhost:${CHATSPAN_CHAT_PORT}`,
  }),
  server: {
    host: '127.0.0.1',
    proxy: { '/api': `http://localhost:${CHATSPAN_SHOP_PORT}` },
  },
});
