import type {
  RegistryAttribute,
  RegistryAttributeUse,
  RegistryEvent,
  RegistryJson,
  RegistryMetric,
  RegistryOptInEvent,
} from '../src/registry-json.ts';
import type {
  Attribute,
  AttributeUse,
  EventDefinition,
  MetricDefinition,
  OptInEvent,
  Registry,
} from './registry-model.ts';

/** The registry for programs that are not TypeScript, and for `validateEvent`. */
export function renderRegistryJson(registry: Registry): string {
  const json: RegistryJson = {
    $comment: 'Generated from registry/*.yaml. DO NOT EDIT, run `pnpm generate`.',
    schemaUrl: registry.schemaUrl,
    attributes: [...registry.attributes, ...registry.upstreamAttributes].map(attributeJson),
    eventContext: registry.eventContext.map(useJson),
    events: registry.events.map((event) => ({ action: event.action, ...eventJson(event) })),
    fallbackEvent: eventJson(registry.fallbackEvent),
    upstreamEvents: registry.upstreamEvents.map(eventJson),
    optInEvents: registry.optInEvents.map(optInEventJson),
    spans: registry.spans.map(({ type, kind, brief, attributes }) => {
      return { type, name: type, kind, brief, attributes: attributes.map(useJson) };
    }),
    metrics: registry.metrics.map(metricJson),
  };
  return `${JSON.stringify(json, undefined, 2)}\n`;
}

function attributeJson(attribute: Attribute): RegistryAttribute {
  const { key, type, brief, stability, examples, members, contentClass, lengthKey, upstream } = attribute;
  return {
    name: key,
    type,
    brief,
    stability,
    examples,
    ...(members && { members: members.map((member) => ({ value: member.value, brief: member.brief })) }),
    contentClass,
    ...(lengthKey !== undefined && { length: lengthKey }),
    ...(upstream && { upstream }),
  };
}

function eventJson({ name, brief, severityNumber, attributes }: EventDefinition): RegistryEvent {
  return {
    name,
    brief,
    ...(severityNumber !== undefined && { severityNumber }),
    attributes: attributes.map(useJson),
  };
}

function optInEventJson({ action, group, failsTurn, ...event }: OptInEvent): RegistryOptInEvent {
  return { action, group, ...(failsTurn && { failsTurn }), ...eventJson(event) };
}

function metricJson({ name, instrument, unit, brief, attributes }: MetricDefinition): RegistryMetric {
  return { name, instrument, unit, brief, attributes: attributes.map(useJson) };
}

function useJson({ vendor, attribute, requirement, values }: AttributeUse): RegistryAttributeUse {
  const { level, condition } = requirement;
  return {
    vendor: vendor ?? null,
    name: attribute.key,
    requirement: level,
    ...(condition !== undefined && { condition }),
    ...(values && { values }),
  };
}
