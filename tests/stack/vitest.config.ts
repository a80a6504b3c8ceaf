import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'stack',
    root: import.meta.dirname,
    include: ['*.test.ts'],
    globalSetup: '@chatspan-tools/native/testing/binaries-for-tests',
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
});
