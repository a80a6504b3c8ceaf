import type { Requirement } from './registry-model.ts';

const LABELS = {
  required: 'required',
  conditionally_required: 'conditionally required',
  recommended: 'recommended',
  opt_in: 'opt-in',
} as const;

export function renderRequirement({ level, condition }: Requirement): string {
  return condition === undefined ? LABELS[level] : `${LABELS[level]}: ${condition}`;
}
