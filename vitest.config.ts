import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'repository', include: ['*.test.ts'], testTimeout: 60_000 } },
      'packages/*/vitest{,.*}.config.ts',
      'apps/*/vitest{,.*}.config.ts',
      'collector-config/vitest{,.*}.config.ts',
      'bench/vitest.config.ts',
    ],
    reporters: ['default', './closing-line.ts'],
    passWithNoTests: false,
  },
});
