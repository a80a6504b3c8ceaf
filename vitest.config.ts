import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'tools', include: ['tools/**/*.test.ts'], testTimeout: 60_000 } },
      'packages/*/vitest{,.*}.config.ts',
      'apps/*/vitest{,.*}.config.ts',
      'tests/*/vitest{,.*}.config.ts',
      'bench/vitest.config.ts',
    ],
    reporters: ['default', './tools/checks/closing-line.ts'],
    passWithNoTests: false,
  },
});
