import type { Attribute } from './registry-model.ts';
import { UPSTREAM_CORE } from './upstream-core.ts';
import { UPSTREAM_GEN_AI } from './upstream-gen-ai.ts';

export const UPSTREAM_ATTRIBUTES: readonly Attribute[] = [...UPSTREAM_CORE, ...UPSTREAM_GEN_AI].map(
  ({ contentClass = 'none', ...attribute }) => {
    return { ...attribute, contentClass, brief: '', vendorNames: [], upstream: true };
  },
);
