import type { UserConfig } from 'tsdown';
import { defineConfig } from 'tsdown';

const config: UserConfig = defineConfig({
  entry: {
    index: 'src/index.ts',
    'generated/mapping': 'src/generated/mapping.ts',
    'generated/mapping-opt-in': 'src/generated/mapping-opt-in.ts',
    'validate-event': 'src/validate-event.ts',
  },
  platform: 'neutral',
  format: 'esm',
  dts: true,
  copy: [{ from: 'src/generated/registry.json', to: 'dist' }],
  publint: true,
  attw: { profile: 'esm-only' },
});

export default config;
