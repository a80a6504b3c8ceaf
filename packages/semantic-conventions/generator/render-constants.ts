import { constantName } from './constant-name.ts';
import type { MemberSet } from './member-sets.ts';
import { memberSets } from './member-sets.ts';
import type { Attribute, Registry } from './registry-model.ts';
import { docComment, HEADER, quote } from './render-typescript.ts';

export function renderAttributes(registry: Registry): string {
  const sets = memberSets(registry);
  const attributes = [...registry.attributes, ...registry.upstreamAttributes];
  return [HEADER, ...attributes.map((attribute) => renderAttribute(attribute, sets))].join('\n');
}

export function renderEvents(registry: Registry): string {
  const all = [
    ...registry.events,
    registry.fallbackEvent,
    ...registry.optInEvents,
    ...registry.upstreamEvents,
  ];
  const events = all.map((event) =>
    constant(`EVENT_${constantName(event.name)}`, event.name, [event.brief, ...optional(event.note)]),
  );
  return [HEADER, ...events].join('\n');
}

export function renderSpans(registry: Registry): string {
  const spans = registry.spans.map((span) =>
    constant(`SPAN_${constantName(span.type)}`, span.type, [span.brief, ...optional(span.note)]),
  );
  return [HEADER, ...spans].join('\n');
}

export function renderMetrics(registry: Registry): string {
  const metrics = registry.metrics.map((metric) =>
    constant(`METRIC_${constantName(metric.name)}`, metric.name, [metric.brief, ...optional(metric.note)]),
  );
  return [HEADER, ...metrics].join('\n');
}

export function renderSchemaUrl(registry: Registry): string {
  const doc = ['Version of these conventions, for `schemaUrl` of a tracer or logger.'];
  return `${HEADER}\n${constant('SCHEMA_URL', registry.schemaUrl, doc)}`;
}

function renderAttribute(attribute: Attribute, sets: readonly MemberSet[]): string {
  const name = constantName(attribute.key);
  const members = sets.find((set) => set.attribute.key === attribute.key)?.members ?? [];
  const examples =
    members.length > 0 ? [] : attribute.examples.map((example) => `@example ${JSON.stringify(example)}`);
  const stability = attribute.stability === 'stable' ? [] : [`@experimental`];
  const doc = [attribute.brief, ...optional(attribute.note), ...examples, ...stability];
  const values = members.map((member) =>
    constant(`${name}_VALUE_${constantName(member.id)}`, member.value, [member.brief]),
  );
  return [constant(`ATTR_${name}`, attribute.key, doc), ...values].join('\n');
}

function constant(name: string, value: string, doc: readonly string[]): string {
  return `${docComment(doc)}export const ${name} = ${quote(value)} as const;\n`;
}

function optional(text: string | undefined): string[] {
  return text === undefined ? [] : [text];
}
