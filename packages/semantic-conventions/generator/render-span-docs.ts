import type { Registry, SpanDefinition } from './registry-model.ts';
import { code, MARKDOWN_HEADER, table } from './render-markdown.ts';
import { renderRequirement } from './render-requirement.ts';

export function renderSpanDocs(registry: Registry): string {
  return [MARKDOWN_HEADER, '# Spans\n', renderSpanTable(registry), ...registry.spans.map(section)].join('\n');
}

export function renderSpanTable(registry: Registry): string {
  const rows = registry.spans.map((span) => [
    code(span.type),
    span.kind,
    [span.brief, span.note ?? ''].join(' ').trim(),
  ]);
  return table(['Span', 'Kind', 'Meaning'], rows);
}

function section(span: SpanDefinition): string {
  const rows = span.attributes.map((use) => [
    code(use.attribute.key),
    use.attribute.members ? 'enum' : use.attribute.type,
    renderRequirement(use.requirement),
    [use.brief ?? use.attribute.brief, use.note ?? ''].join(' ').trim(),
  ]);
  const note = span.note === undefined ? '' : `${span.note}\n\n`;
  return `## \`${span.type}\`\n\n${span.brief}\n\n${note}${table(['Attribute', 'Type', 'Requirement', 'Meaning'], rows)}`;
}
