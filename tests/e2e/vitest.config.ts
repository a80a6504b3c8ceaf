import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'e2e',
    root: import.meta.dirname,
    include: ['tests/**/*.test.ts'],
    // Chromium, an engine and several servers on two cores: one file at a time, and after everybody else.
    fileParallelism: false,
    sequence: { groupOrder: 10 },
    testTimeout: 90_000,
    hookTimeout: 120_000,
  },
});
