import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_ATTRIBUTE_RULES, EVENT_RULES } from './generated/mapping.ts';
import registryJson from './generated/registry.json' with { type: 'json' };
import type { RegistryAttributeUse, RegistryJson } from './registry-json.ts';
import { validateEvent } from './validate-event.ts';

const registry = registryJson as RegistryJson;
const ACTIONS = Object.keys(EVENT_RULES) as (keyof typeof EVENT_RULES)[];

type Payload = Readonly<Record<string, unknown>>;

/** Any payload that the vendor documents: each attribute may be absent. */
function payloads(action: string): fc.Arbitrary<Payload> {
  const event = registry.events.find((candidate) => candidate.action === action);
  const uses = [...(event?.attributes ?? []), ...registry.eventContext].filter(
    (use) => use.vendor !== null && use.vendor !== 'action',
  );
  const model = Object.fromEntries(uses.map((use) => [String(use.vendor), valuesOf(use)]));
  return fc.record(model, { requiredKeys: [] });
}

function valuesOf({ name, values }: RegistryAttributeUse): fc.Arbitrary<unknown> {
  if (values) return fc.constantFrom(...values);
  const type = registry.attributes.find((attribute) => attribute.name === name)?.type;
  if (type === 'string[]') return fc.array(fc.string());
  if (type === 'boolean') return fc.boolean();
  if (type === 'int') return fc.integer();
  return fc.string();
}

/** The least that a mapper does: rename by the rules, add what is required, and leave a length for a text if asked to. */
function map(action: keyof typeof EVENT_RULES, payload: Payload, captureTexts: boolean): Payload {
  const attributes: Record<string, unknown> = {
    'shopping_chat.action': action,
    'shopping_chat.event.seq': 1,
  };
  for (const [vendor, value] of Object.entries(payload)) {
    const rule = EVENT_RULES[action][vendor] ?? DEFAULT_ATTRIBUTE_RULES[vendor];
    if (!rule) throw new Error(`no rule for ${vendor}`);
    if (captureTexts || rule.length === undefined) attributes[rule.name] = value;
    else attributes[rule.length] = String(value).length;
  }
  return attributes;
}

describe('validateEvent', () => {
  it.each(ACTIONS)('accepts what the mapping makes of any documented payload of %s', (action) => {
    fc.assert(
      fc.property(payloads(action), fc.boolean(), (payload, captureTexts) => {
        expect(validateEvent(`shopping_chat.${action}`, map(action, payload, captureTexts))).toEqual([]);
      }),
    );
  });

  it('never throws and never finds an error in an attribute name that it was told to allow', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ACTIONS), fc.dictionary(fc.string(), fc.anything()), (action, extra) => {
        const attributes = { ...extra, 'shopping_chat.action': action, 'shopping_chat.event.seq': 1 };
        const problems = validateEvent(`shopping_chat.${action}`, attributes, {
          allowAttributes: Object.keys(extra),
        });
        expect(problems).toEqual([]);
      }),
    );
  });
});
