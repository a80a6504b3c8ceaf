import type { Attribute, Registry } from './registry-model.ts';
import { code, MARKDOWN_HEADER, table } from './render-markdown.ts';

export function renderAttributeDocs(registry: Registry): string {
  return [
    MARKDOWN_HEADER,
    '# Attributes\n',
    'Content class: what may leave the page. `label` is written by the merchant or the assistant, `text` by the shopper (or is a message being rated, or the message of an error), `by_input_type` is one or the other by `shopping_chat.message.input_type`, `config` is opt-in, `url` is sanitized, `none` holds no text.\n',
    renderAttributeTable(registry),
    '## Known values\n',
    ...registry.attributes.filter((attribute) => attribute.members).map(memberTable),
  ].join('\n');
}

export function renderAttributeTable(registry: Registry): string {
  const rows = [...registry.attributes, ...registry.upstreamAttributes].map((attribute) => [
    code(attribute.key),
    attribute.members ? 'enum' : attribute.type,
    attribute.contentClass,
    [attribute.brief, ...(attribute.note === undefined ? [] : [attribute.note])].join(' '),
    attribute.examples.map((example) => code(JSON.stringify(example))).join(', '),
    attribute.upstream ? `OpenTelemetry, ${attribute.stability}` : attribute.stability,
  ]);
  return table(['Attribute', 'Type', 'Content', 'Meaning', 'Examples', 'Stability'], rows);
}

function memberTable(attribute: Attribute): string {
  const rows = (attribute.members ?? []).map((member) => [code(member.value), member.brief]);
  return `### \`${attribute.key}\`\n\n${table(['Value', 'Meaning'], rows)}`;
}
