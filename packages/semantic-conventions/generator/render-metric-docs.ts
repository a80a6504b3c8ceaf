import type { MetricDefinition, Registry } from './registry-model.ts';
import { code, MARKDOWN_HEADER, table } from './render-markdown.ts';
import { renderRequirement } from './render-requirement.ts';

export function renderMetricDocs(registry: Registry): string {
  return [
    MARKDOWN_HEADER,
    '# Metrics\n',
    renderMetricTable(registry),
    ...registry.metrics.map((metric) => section(metric)),
  ].join('\n');
}

export function renderMetricTable(registry: Registry): string {
  const rows = registry.metrics.map(({ name, instrument, unit, brief }) => [
    code(name),
    instrument,
    code(unit),
    brief,
  ]);
  return table(['Metric', 'Instrument', 'Unit', 'Meaning'], rows);
}

function section({ name, brief, note, attributes }: MetricDefinition): string {
  const rows = attributes.map((use) => [
    code(use.attribute.key),
    renderRequirement(use.requirement),
    [use.brief ?? use.attribute.brief, use.note ?? ''].join(' ').trim(),
  ]);
  const text = note === undefined ? '' : `${note}\n\n`;
  return `## \`${name}\`\n\n${brief}\n\n${text}${table(['Attribute', 'Requirement', 'Meaning'], rows)}`;
}
