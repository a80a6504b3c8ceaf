import type { ViteUserConfig } from 'vitest/config';
import { defineConfig } from 'vitest/config';

const config: ViteUserConfig = defineConfig({
  test: {
    name: 'semantic-conventions',
    root: import.meta.dirname,
    testTimeout: 30_000,
    include: ['{src,generator}/**/*.test.ts', '*.test.ts'],
  },
});

export default config;
