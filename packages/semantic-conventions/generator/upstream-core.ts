import type { UpstreamAttribute } from './upstream-attribute.ts';

/**
 * Attributes of the core registry that this registry may refer to. A test compares them with
 * `@opentelemetry/semantic-conventions`, and rejects those that are deprecated there.
 */
export const UPSTREAM_CORE: readonly UpstreamAttribute[] = [
  {
    key: 'session.id',
    type: 'string',
    stability: 'development',
    examples: ['00112233-4455-6677-8899-aabbccddeeff'],
  },
  {
    key: 'url.full',
    type: 'string',
    stability: 'stable',
    examples: ['https://www.example.com/products/61215'],
    contentClass: 'url',
  },
  {
    key: 'browser.document.url.full',
    type: 'string',
    stability: 'development',
    examples: ['https://www.example.com/products/61215'],
    contentClass: 'url',
  },
  { key: 'error.type', type: 'string', stability: 'stable', examples: ['timeout'] },
  { key: 'service.name', type: 'string', stability: 'stable', examples: ['shop'] },
];
