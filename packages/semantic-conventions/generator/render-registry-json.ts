import type { Attribute, AttributeUse, EventDefinition, Registry } from './registry-model.ts';

/** The registry for programs that are not TypeScript, and for `validateEvent`. */
export function renderRegistryJson(registry: Registry): string {
  const json = {
    schemaUrl: registry.schemaUrl,
    attributes: [...registry.attributes, ...registry.upstreamAttributes].map(attributeJson),
    eventContext: registry.eventContext.map(useJson),
    events: registry.events.map((event) => ({ action: event.action, ...eventJson(event) })),
    fallbackEvent: eventJson(registry.fallbackEvent),
    spans: registry.spans.map((span) => ({
      type: span.type,
      name: span.type,
      kind: span.kind,
      brief: span.brief,
      attributes: span.attributes.map(useJson),
    })),
  };
  return `${JSON.stringify(json, undefined, 2)}\n`;
}

function attributeJson(attribute: Attribute): object {
  const { key, type, brief, stability, examples, members, contentClass, lengthKey, upstream } = attribute;
  return {
    name: key,
    type,
    brief,
    stability,
    examples,
    ...(members && {
      members: members.map(({ value, brief: memberBrief }) => ({ value, brief: memberBrief })),
    }),
    contentClass,
    ...(lengthKey !== undefined && { length: lengthKey }),
    ...(upstream && { upstream }),
  };
}

function eventJson(event: EventDefinition): object {
  return { name: event.name, brief: event.brief, attributes: event.attributes.map(useJson) };
}

function useJson({ vendor, attribute, requirement, values }: AttributeUse): object {
  const { level, condition } = requirement;
  return {
    vendor: vendor ?? null,
    name: attribute.key,
    requirement: level,
    ...(condition !== undefined && { condition }),
    ...(values && { values }),
  };
}
