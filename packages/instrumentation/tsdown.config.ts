import { defineConfig } from 'tsdown';

export default defineConfig([
  {
    entry: ['src/index.ts'],
    platform: 'browser',
    format: 'esm',
    dts: { oxc: true },
    publint: true,
    attw: { profile: 'esm-only' },
  },
  {
    // For pages without a bundler: everything in one file, the page's OpenTelemetry found through the global API.
    entry: { 'chatspan.global': 'src/global.ts' },
    platform: 'browser',
    format: 'iife',
    globalName: 'chatspan',
    outputOptions: { entryFileNames: '[name].js' },
    deps: { alwaysBundle: [/./] },
    minify: true,
    dts: false,
  },
]);
