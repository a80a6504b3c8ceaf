import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { name: 'demo-chat-backend', include: ['src/**/*.test.ts'], testTimeout: 20_000 },
});
