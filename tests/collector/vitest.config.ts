import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'collector',
    root: import.meta.dirname,
    include: ['*.test.ts'],
    globalSetup: '@chatspan-tools/native/testing/binaries-for-tests',
    // Two cores: real Collectors run in these tests, and one file at a time keeps their timing honest.
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
