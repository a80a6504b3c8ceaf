import type { UserWorkspaceConfig } from 'vitest/config';
import { defineConfig } from 'vitest/config';

const project: UserWorkspaceConfig = defineConfig({
  test: { name: 'bench', include: ['**/*.test.ts'] },
});

export default project;
