import { describe, expect, test } from 'vitest';
import { parseRichText } from './parse-rich-text.ts';

describe('parseRichText', () => {
  test('reads paragraphs, lists, strong text and links', () => {
    expect(parseRichText('Two fit:\n- the [Parka](/products/431374)\n- the **vest**\n\nTake one.')).toEqual([
      { type: 'paragraph', content: [{ type: 'text', text: 'Two fit:' }] },
      {
        type: 'list',
        items: [
          [
            { type: 'text', text: 'the ' },
            { type: 'link', text: 'Parka', href: '/products/431374' },
          ],
          [
            { type: 'text', text: 'the ' },
            { type: 'strong', text: 'vest' },
          ],
        ],
      },
      { type: 'paragraph', content: [{ type: 'text', text: 'Take one.' }] },
    ]);
  });

  test.each(['javascript:alert(1)', '//evil.example/x', 'data:text/html,x', ' /x'])(
    'makes no link of %s',
    (href) => {
      const content = parseRichText(`[click](${href})`).flatMap((block) =>
        block.type === 'paragraph' ? block.content : [],
      );
      expect(content.map(({ type }) => type)).not.toContain('link');
    },
  );

  test.each([
    ['See the [Par', 'See the Par'],
    ['See the [Parka]', 'See the Parka'],
    ['See the [Parka](/prod', 'See the Parka'],
    ['It is **war', 'It is war'],
    ['It is **warm*', 'It is warm'],
  ])('shows the unfinished end of %s as plain text', (text, shown) => {
    expect(parseRichText(text, true)).toEqual([
      { type: 'paragraph', content: [{ type: 'text', text: shown }] },
    ]);
  });

  test('shows markup that never ends as it came', () => {
    expect(parseRichText('a [b')).toEqual([{ type: 'paragraph', content: [{ type: 'text', text: 'a [b' }] }]);
  });
});
