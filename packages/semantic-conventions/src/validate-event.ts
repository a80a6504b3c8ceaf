import registryJson from './generated/registry.json' with { type: 'json' };
import type { RegistryAttribute, RegistryAttributeUse, RegistryJson } from './registry-json.ts';

/** One thing about an event that is not as the conventions say. */
export interface EventProblem {
  readonly kind: 'unknown_event' | 'unknown_attribute' | 'wrong_type' | 'not_in_values' | 'missing_required';
  /** `note`: allowed, for enums are open, but not documented. */
  readonly severity: 'error' | 'note';
  /** Absent where the event itself is the problem. */
  readonly attribute?: string;
  /** What is wrong and what to do about it. */
  readonly message: string;
}

export interface ValidateEventOptions {
  /** Further attributes to accept, such as those that you map yourself. Default: none. */
  readonly allowAttributes?: readonly string[];
}

const registry = registryJson as RegistryJson;
const attributesByName = new Map(registry.attributes.map((attribute) => [attribute.name, attribute]));
const eventsByName = new Map(
  [...registry.events, registry.fallbackEvent, ...registry.optInEvents, ...registry.upstreamEvents].map(
    (event) => [event.name, event],
  ),
);

/**
 * Compares one recorded event with the conventions. For tests and development: it holds the whole registry.
 *
 * @returns the problems in the order of the attributes, missing ones last; none where the event is as it should be.
 *   It never throws.
 */
export function validateEvent(
  name: string,
  attributes: Readonly<Record<string, unknown>>,
  options: ValidateEventOptions = {},
): EventProblem[] {
  const event = eventsByName.get(name);
  if (!event) {
    const message = `\`${name}\` is not an event of these conventions: record \`${registry.fallbackEvent.name}\` instead`;
    return [{ kind: 'unknown_event', severity: 'error', message }];
  }
  const uses = new Map([...registry.eventContext, ...event.attributes].map((use) => [use.name, use]));
  const present = Object.entries(attributes).filter(([, value]) => value !== undefined);
  const keys = new Set(present.map(([key]) => key));
  return [
    ...present.flatMap(([key, value]) => {
      const use = uses.get(key);
      if (use) return checkValue(use, value);
      return options.allowAttributes?.includes(key) ? [] : [unknownAttribute(key, name)];
    }),
    ...event.attributes
      .filter((use) => use.requirement === 'required' && !keys.has(use.name))
      .map((use) => missingRequired(use.name, name)),
  ];
}

function checkValue(use: RegistryAttributeUse, value: unknown): EventProblem[] {
  const type = attributesByName.get(use.name)?.type ?? 'string';
  if (!hasType(value, type)) {
    const message = `\`${use.name}\` is not of type ${type}: convert the value, or leave the attribute out`;
    return [{ kind: 'wrong_type', severity: 'error', attribute: use.name, message }];
  }
  if (!use.values || use.values.includes(value as string | number)) return [];
  const message = `\`${use.name}\` has a value that is not documented for this event, known are ${use.values.join(', ')}`;
  return [{ kind: 'not_in_values', severity: 'note', attribute: use.name, message }];
}

function hasType(value: unknown, type: RegistryAttribute['type']): boolean {
  switch (type) {
    case 'string[]':
      return Array.isArray(value) && value.every((item) => typeof item === 'string');
    case 'int':
      return Number.isSafeInteger(value);
    case 'double':
      return Number.isFinite(value);
    case 'string':
    case 'boolean':
      return typeof value === type;
  }
}

function unknownAttribute(attribute: string, event: string): EventProblem {
  const message = `\`${attribute}\` is not an attribute of \`${event}\`: correct it, or name it in allowAttributes`;
  return { kind: 'unknown_attribute', severity: 'error', attribute, message };
}

function missingRequired(attribute: string, event: string): EventProblem {
  return {
    kind: 'missing_required',
    severity: 'error',
    attribute,
    message: `\`${event}\` has no \`${attribute}\`: set it`,
  };
}
