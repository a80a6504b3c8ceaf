import type { UpstreamAttribute } from './upstream-attribute.ts';

/**
 * Attributes of the GenAI registry that this registry may refer to. No npm package holds its names: the copies in
 * `@opentelemetry/semantic-conventions` are deprecated.
 * Source: https://github.com/open-telemetry/semantic-conventions-genai, model/gen-ai/registry.yaml, at the commit that
 * the manifest depends on.
 */
export const UPSTREAM_GEN_AI: readonly UpstreamAttribute[] = [
  {
    key: 'gen_ai.conversation.id',
    type: 'string',
    stability: 'development',
    examples: ['conv_5j66UpCpwteGg4YSxUnt7lPY'],
  },
  { key: 'gen_ai.response.id', type: 'string', stability: 'development', examples: ['chatcmpl-123'] },
  {
    key: 'gen_ai.evaluation.name',
    type: 'string',
    stability: 'development',
    examples: ['user_feedback'],
  },
  {
    key: 'gen_ai.evaluation.score.label',
    type: 'string',
    stability: 'development',
    examples: ['thumbs_up'],
  },
  { key: 'gen_ai.evaluation.score.value', type: 'double', stability: 'development', examples: [1] },
];

/** Events of the GenAI registry that this registry may refine. Source: model/gen-ai/events.yaml there. */
export const UPSTREAM_EVENTS: readonly string[] = ['gen_ai.evaluation.result'];
