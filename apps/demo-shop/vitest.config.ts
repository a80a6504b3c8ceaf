import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'demo-shop',
    root: import.meta.dirname,
    include: [
      'src/**/*.test.ts',
      'server/**/*.test.ts',
      'catalogue/**/*.test.ts',
      'pictures/**/*.test.ts',
      'pages/**/*.test.ts',
    ],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
