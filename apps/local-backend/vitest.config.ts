import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'local-backend',
    include: ['src/**/*.test.ts'],
    // The engine holds one folder a process: each file gets a process of its own.
    pool: 'forks',
    isolate: true,
    testTimeout: 60_000,
  },
});
