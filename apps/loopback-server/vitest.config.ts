import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { name: 'loopback-server', include: ['src/**/*.test.ts'], testTimeout: 30_000 },
});
