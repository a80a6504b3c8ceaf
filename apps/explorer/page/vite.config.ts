import { defineConfig } from 'vite';

export default defineConfig({
  publicDir: false,
  // The server's policy allows neither inline scripts nor data: addresses.
  build: { target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false } },
});
