import type { Attribute } from './registry-model.ts';

/** The upstream names that the registry may refer to; a test compares them with @opentelemetry/semantic-conventions. */
export const UPSTREAM_ATTRIBUTES: readonly Attribute[] = [
  upstream(
    'session.id',
    'development',
    'Session of the visitor, as the page counts sessions.',
    '00112233-4455-6677-8899-aabbccddeeff',
  ),
  upstream(
    'gen_ai.conversation.id',
    'development',
    'Conversation, as the chat backend names it.',
    'conv_5j66UpCpwteGg4YSxUnt7lPY',
  ),
  upstream(
    'gen_ai.response.id',
    'development',
    'Answer of the assistant, as the chat backend names it.',
    'chatcmpl-123',
  ),
  upstream(
    'url.full',
    'stable',
    'URL that the event leads to, without user info; the query is removed unless it is allowed.',
    'https://www.example.com/products/61215',
    'url',
  ),
  upstream(
    'browser.document.url.full',
    'development',
    'URL of the page, without user info; the query is removed unless it is allowed.',
    'https://www.example.com/products/61215',
    'url',
  ),
  upstream('gen_ai.evaluation.name', 'development', 'What was evaluated, and how.', 'user_feedback'),
  upstream('gen_ai.evaluation.score.label', 'development', 'Score in words.', 'thumbs_up'),
  {
    ...upstream('gen_ai.evaluation.score.value', 'development', 'Score as a number.', ''),
    type: 'double',
    examples: [1],
  },
  upstream('error.type', 'stable', 'Class of error that the operation ended with.', 'timeout'),
];

function upstream(
  key: string,
  stability: string,
  brief: string,
  example: string,
  contentClass: 'none' | 'url' = 'none',
): Attribute {
  return {
    key,
    type: 'string',
    brief,
    stability,
    examples: [example],
    vendorNames: [],
    contentClass,
    upstream: true,
  };
}
