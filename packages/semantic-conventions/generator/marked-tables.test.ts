import { describe, expect, it } from 'vitest';
import { renewMarkedTables } from './marked-tables.ts';
import type { Registry } from './registry-model.ts';

const registry: Registry = {
  schemaUrl: 'https://chatspan.example/schemas/fixture-dev/0.1.0-dev',
  attributes: [],
  upstreamAttributes: [],
  eventContext: [],
  events: [],
  fallbackEvent: { name: 'shopping_chat.unknown_action', brief: 'Another action.', attributes: [] },
  upstreamEvents: [],
  optInEvents: [],
  metrics: [],
  spans: [{ type: 'shopping_chat.session', kind: 'internal', brief: 'A | B.', attributes: [] }],
};

const SPANS = [
  '| Span                    | Kind     | Meaning |',
  '| ----------------------- | -------- | ------- |',
  '| `shopping_chat.session` | internal | A \\| B. |',
];

describe('renewMarkedTables', () => {
  it('writes the table between its markers and keeps all other lines', () => {
    const text = 'Before\n\n<!-- semconv:spans -->\nold\n<!-- /semconv -->\n\nAfter\n';
    expect(renewMarkedTables('README.md', text, registry)).toEqual({
      text: [
        'Before',
        '',
        '<!-- semconv:spans -->',
        '',
        ...SPANS,
        '',
        '<!-- /semconv -->',
        '',
        'After',
        '',
      ].join('\n'),
      findings: [],
    });
  });

  it('leaves a text without markers as it is', () => {
    expect(renewMarkedTables('README.md', '# Title\n', registry)).toEqual({
      text: '# Title\n',
      findings: [],
    });
  });

  it('changes nothing when it runs again', () => {
    const { text } = renewMarkedTables('README.md', '<!-- semconv:events -->\n<!-- /semconv -->\n', registry);
    expect(renewMarkedTables('README.md', text, registry).text).toBe(text);
  });

  it.each([
    [
      'a table that is not closed',
      'x\n<!-- semconv:spans -->\nlost',
      2,
      'table `spans` is not closed: add `<!-- /semconv -->` after it',
    ],
    [
      'a table that opens in another',
      '<!-- semconv:spans -->\n<!-- semconv:events -->\n<!-- /semconv -->',
      1,
      'table `spans` is not closed: add `<!-- /semconv -->` after it',
    ],
    [
      'an end without a beginning',
      '<!-- /semconv -->',
      1,
      '`<!-- /semconv -->` closes nothing: remove it, or open it with `<!-- semconv:events -->`',
    ],
    [
      'an inherited name',
      '<!-- semconv:toString -->\n<!-- /semconv -->',
      1,
      'there is no table `toString`: choose events, opt-in-events, attributes, spans, metrics',
    ],
  ])('reports %s and keeps the text', (_, text, line, message) => {
    expect(renewMarkedTables('README.md', text, registry)).toEqual({
      text,
      findings: [{ file: 'README.md', line, message }],
    });
  });
});
