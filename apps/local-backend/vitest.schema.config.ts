import { defineConfig } from 'vitest/config';

/** The tests of ../../collector-config/clickhouse; they stand here because the embedded engine does. */
export default defineConfig({
  test: {
    name: 'clickhouse-schema',
    include: ['schema-tests/**/*.test.ts'],
    pool: 'forks',
    isolate: true,
    testTimeout: 60_000,
  },
});
