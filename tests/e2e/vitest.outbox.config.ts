import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'e2e-outbox',
    root: import.meta.dirname,
    include: ['outbox/**/*.test.ts'],
    globalSetup: '@chatspan-tools/native/testing/binaries-for-tests',
    fileParallelism: false,
    sequence: { groupOrder: 12 },
    // The full figures take minutes on purpose: a receiver that is away for one, and a hundred tabs.
    testTimeout: 400_000,
    hookTimeout: 120_000,
  },
});
