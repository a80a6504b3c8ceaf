import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'instrumentation-pages',
    include: ['test/pages/**/*.test.ts'],
    globalSetup: ['test/pages/site-setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
