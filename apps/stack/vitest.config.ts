import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'stack',
    root: import.meta.dirname,
    include: ['src/**/*.test.ts', 'docker/**/*.test.ts'],
    globalSetup: '../../collector-config/testing/binaries-for-tests.ts',
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
});
