import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'instrumentation',
    testTimeout: 30_000,
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    exclude: ['**/*.browser.test.ts', 'test/pages/**', '**/node_modules/**'],
  },
});
