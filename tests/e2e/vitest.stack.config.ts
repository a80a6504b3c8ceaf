import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'e2e-stack',
    root: import.meta.dirname,
    include: ['stack-tests/**/*.test.ts'],
    globalSetup: '@chatspan-tools/native/testing/binaries-for-tests',
    fileParallelism: false,
    sequence: { groupOrder: 11 },
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
