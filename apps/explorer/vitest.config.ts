import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'explorer',
    include: ['contract/**/*.test.ts', 'page/**/*.test.ts', 'server/**/*.test.ts', 'seed/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
