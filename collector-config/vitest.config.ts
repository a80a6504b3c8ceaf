import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'collector-config',
    root: import.meta.dirname,
    include: ['*.test.ts', 'native/**/*.test.ts', 'tests/**/*.test.ts'],
    globalSetup: 'testing/binaries-for-tests.ts',
    // Two cores: real Collectors run in these tests, and one file at a time keeps their timing honest.
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
