import { followLink } from '../actions/product-clicks.ts';
import type { Chat } from '../chat.ts';
import { element } from '../dom/element.ts';
import type { Inline } from './parse-rich-text.ts';
import { parseRichText } from './parse-rich-text.ts';

/** The nodes of an assistant's text; its links are reported when they are clicked. */
export function richText(chat: Chat, text: string, streaming: boolean): HTMLElement[] {
  const inline = (part: Inline): Node => inlineNode(chat, part);
  return parseRichText(text, streaming).map((block) =>
    block.type === 'paragraph'
      ? element('p', {}, ...block.content.map(inline))
      : element('ul', {}, ...block.items.map((item) => element('li', {}, ...item.map(inline)))),
  );
}

function inlineNode(chat: Chat, part: Inline): Node {
  if (part.type === 'text') return document.createTextNode(part.text);
  if (part.type === 'strong') return element('strong', {}, part.text);
  const link: HTMLAnchorElement = element(
    'a',
    {
      href: part.href,
      'data-testid': 'chat-text-link',
      'data-key': part.href,
      onclick: () => followLink(chat, link.href, { type: 'text_url', text: part.text }),
    },
    part.text,
  );
  return link;
}
