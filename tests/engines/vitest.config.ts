import { chosenBrowsers } from '@chatspan-tools/browsers/installed-browsers';
import type { UserWorkspaceConfig } from 'vitest/config';
import { defineConfig } from 'vitest/config';

const project: UserWorkspaceConfig = defineConfig({
  test: {
    name: 'engines',
    root: import.meta.dirname,
    include: chosenBrowsers().length > 0 ? ['tests/**/*.test.ts'] : [],
    globalSetup: ['src/site/site-setup.ts'],
    // Three browsers on two cores: one file at a time, and after everybody else.
    fileParallelism: false,
    sequence: { groupOrder: 13 },
    testTimeout: 40_000,
    hookTimeout: 40_000,
  },
});

export default project;
