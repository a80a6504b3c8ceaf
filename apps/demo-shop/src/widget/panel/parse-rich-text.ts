/** A stretch of an assistant's text. */
export type Inline =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'strong'; readonly text: string }
  | { readonly type: 'link'; readonly text: string; readonly href: string };

export type Block =
  | { readonly type: 'paragraph'; readonly content: readonly Inline[] }
  | { readonly type: 'list'; readonly items: readonly (readonly Inline[])[] };

const inlinePattern = /\[([^\]\n]+)\]\(([^)\s]+)\)|\*\*([^*\n]+)\*\*/g;

/** A link or emphasis whose end has not arrived yet. */
const unfinishedPattern = /\[([^\]\n]*)(?:\](?:\([^)\s]*)?)?$|\*\*([^*\n]*)\*?$/;

const listItem = /^\s*[-•*]\s+/;

/**
 * Reads the little markup that the assistant uses: paragraphs, lists, `**strong**` and `[text](address)`.
 * With `streaming`, what is still unfinished at the end is shown as plain text instead of raw markup.
 */
export function parseRichText(text: string, streaming = false): Block[] {
  const whole = streaming
    ? text.replace(unfinishedPattern, (_, label?: string, strong?: string) => label ?? strong ?? '')
    : text;
  const blocks: Block[] = [];
  for (const line of whole.split('\n')) {
    if (line.trim() === '') continue;
    const previous = blocks.at(-1);
    if (!listItem.test(line)) {
      blocks.push({ type: 'paragraph', content: parseInline(line) });
    } else {
      const item = parseInline(line.replace(listItem, ''));
      if (previous?.type === 'list')
        blocks[blocks.length - 1] = { type: 'list', items: [...previous.items, item] };
      else blocks.push({ type: 'list', items: [item] });
    }
  }
  return blocks;
}

function parseInline(line: string): Inline[] {
  const parts: Inline[] = [];
  let end = 0;
  for (const match of line.matchAll(inlinePattern)) {
    const [whole, linkText, address, strong] = match;
    if (match.index > end) parts.push({ type: 'text', text: line.slice(end, match.index) });
    if (strong !== undefined) parts.push({ type: 'strong', text: strong });
    else if (linkText !== undefined) parts.push(linkOrText(linkText, address ?? ''));
    end = match.index + whole.length;
  }
  if (end < line.length) parts.push({ type: 'text', text: line.slice(end) });
  return parts;
}

/** Only paths of the shop and http(s) addresses become links: an answer must not bring a script. */
function linkOrText(text: string, href: string): Inline {
  return /^(https?:\/\/|\/(?!\/))/i.test(href) ? { type: 'link', text, href } : { type: 'text', text };
}
