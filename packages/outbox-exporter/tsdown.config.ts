import type { UserConfig } from 'tsdown';
import { defineConfig } from 'tsdown';

const config: UserConfig = defineConfig({
  entry: ['src/index.ts', 'src/protobuf.ts'],
  platform: 'browser',
  format: 'esm',
  dts: true,
  publint: true,
  attw: { profile: 'esm-only' },
});

export default config;
