import type { UserWorkspaceConfig } from 'vitest/config';
import { defineConfig } from 'vitest/config';

const project: UserWorkspaceConfig = defineConfig({
  test: {
    name: 'outbox-exporter',
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    // Some scenarios take seconds on purpose, and start browsers.
    expect: { poll: { timeout: 5_000 } },
    testTimeout: 40_000,
    hookTimeout: 40_000,
    exclude: ['**/*.browser.test.ts', '**/node_modules/**'],
  },
});

export default project;
