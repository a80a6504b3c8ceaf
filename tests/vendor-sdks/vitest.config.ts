import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'vendor-sdks',
    root: import.meta.dirname,
    include: ['tests/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
